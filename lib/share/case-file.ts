/** The case file: for handover. Unlike the link it holds the paste, after redaction. */

import type { Case, Diagnosis } from '../triage/diagnosis';
import type { CaseFile } from './open-case-file';

export const FORMAT = 'faultbook-case';
export const FILE_VERSION = 1;

/** `redacted[i]` stands for `case.parts[i].source`; a part without one is left out, never sent as it is. */
export function caseFile(triageCase: Case, diagnosis: Diagnosis, redacted: readonly string[]): string {
  const file: CaseFile = {
    format: FORMAT,
    version: FILE_VERSION,
    release: diagnosis.release,
    verdict: diagnosis.verdict,
    findings: diagnosis.findings.map(({ incident, probability, band, for: pro }) => ({
      incident,
      probability,
      band,
      signatures: pro.map(({ signature }) => signature),
    })),
    case: {
      parts: triageCase.parts.flatMap(({ format, overrides }, index) => {
        const source = redacted[index];
        return source === undefined
          ? []
          : [
              {
                name: `Part ${index + 1}`,
                source,
                ...(format ? { format } : {}),
                ...(overrides ? { overrides } : {}),
              },
            ];
      }),
      answers: triageCase.answers,
      tried: triageCase.tried,
      profile: triageCase.profile,
    },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
