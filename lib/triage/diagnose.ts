/** read → parts → facts → match → score → rank → ask: the stages, in order. */

import type { Answer, Case, Diagnosis, Finding, RankedFix } from './diagnosis';
import { answerLimits, heard, seenOutcomes } from './ask/answers';
import { hypothesesOf, type Hypothesis } from './ask/hypotheses';
import { nextCheck } from './ask/next-check';
import { isPasted } from './case';
import { profileOf } from './ask/profile';
import { fixApplies, shownActions } from './ask/repair';
import { compile, type Compiled } from './compile';
import { digestOf } from './digest';
import { evidenceOf } from './evidence';
import { notCheckedOf, otherwiseOf } from './explain';
import type { Hit } from './hit';
import { dropUnsound, markCounted, renumber, withoutCounts } from './large-result';
import { match, type Matches } from './match';
import type { Fix, Pack, PackIncident } from './pack';
import type { Parsed } from './parsed';
import { parse } from './parts';
import { pasteNextOf } from './paste-next';
import { rank, type Ranked, type Ranking } from './rank';
import type { Doc } from './read/line';
import { read } from './read/read';
import { competes, score } from './score';
import { waitsOf } from './waits';

/** Everything up to the ranking: what the decision half of the engine, and a simulation, start from. */
export interface Judged {
  docs: Doc[];
  parsed: Parsed;
  matches: Matches;
  ranking: Ranking;
  /** Checks that need not be asked: answered, refused, or answered by the paste itself. */
  settled: ReadonlySet<string>;
}

export function judge(compiled: Compiled, said: Case): Judged {
  const { pack } = compiled;
  const triageCase = heard(pack, said);
  const docs = triageCase.parts.map((part, source) => read(source, part.source, compiled.words));
  renumber(docs, triageCase.parts);
  const parsed = parse(docs, triageCase.parts);
  dropUnsound(parsed, triageCase.parts);
  const matches = match(compiled, parsed);
  markCounted(matches, triageCase.parts);
  const scored = pack.incidents
    .filter((incident) => incident.status !== 'retired')
    .map((incident) => score(incident, evidenceOf(incident, matches.hits, parsed, pack, triageCase)));
  // Without a paste every incident stays possible, and answers alone move the ranking.
  const onlyAnswers = !isPasted(triageCase) && triageCase.answers.length + triageCase.tried.length > 0;
  const ranking = rank(pack, onlyAnswers ? scored : scored.filter(competes), onlyAnswers);
  const answers = [...triageCase.answers, ...impliedAnswers(matches.hits, triageCase)];
  return { docs, parsed, matches, ranking, settled: new Set(answers.map((answer) => answer.check)) };
}

/** Diagnoses a case in memory. Pure and total: bad input comes back as `limits`, never as an exception. */
export function diagnose(compiled: Compiled, said: Case): Diagnosis {
  const { pack } = compiled;
  const triageCase = heard(pack, said);
  const { docs, parsed, matches, ranking, settled } = judge(compiled, triageCase);
  const findings = ranking.ranked.map((item) => findingOf(item, pack));
  const hypotheses = hypothesesOf(pack, ranking, triageCase);
  const tried = new Set(triageCase.tried.map(({ incident, fix }) => `${incident}/${fix}`));
  const usable = (incident: PackIncident, fix: Fix) =>
    !tried.has(`${incident.id}/${fix.id}`) && fixApplies(fix, parsed.facts, triageCase);
  const first = ranking.ranked[0];
  const waits = waitsOf(parsed);
  const onCluster = { ...triageCase, profile: profileOf(parsed.facts, triageCase.profile) };
  const next = nextCheck({
    pack,
    triageCase: onCluster,
    parts: parsed.parts,
    hypotheses,
    settled,
    allowedFix: (incident, fix) => fix.kind !== 'prevention' && usable(incident, fix),
    causeUnknown: ranking.ranked.some((item) => item.causeOf === first?.incident.id),
  });
  return {
    release: pack.release,
    verdict: ranking.verdict,
    parts: parsed.parts,
    facts: parsed.facts,
    digest: {
      ...withoutCounts(digestOf(parsed, matches.hits, parsed.states), triageCase.parts),
      pasteNext: pasteNextOf(parsed, findings, matches.hits, pack, onCluster),
    },
    ...(waits.length > 0 ? { waits } : {}),
    findings,
    otherwise: otherwiseOf(
      findings[0],
      findings.find((finding, index) => index > 0 && !finding.under),
      pack,
    ),
    other: ranking.other,
    fixes: ranking.verdict === 'none' ? [] : fixesOf(hypotheses, usable),
    next,
    limits: [
      ...new Set([
        ...docs.flatMap((doc) => doc.limits),
        ...parsed.limits,
        ...matches.limits,
        ...compiled.broken,
        ...answerLimits(pack, said, seenOutcomes(matches.hits), findings),
      ]),
    ],
  };
}

/** Which outcomes of one check a text shows: what a person pasted as its answer. Sorted as the check has them. */
export function recognise(compiled: Compiled, check: string, text: string): string[] {
  const { matches } = judge(compiled, { parts: [{ source: text }], answers: [], tried: [], profile: {} });
  const seen = seenOutcomes(matches.hits).get(check);
  const known = compiled.pack.checks.find(({ id }) => id === check);
  return (known?.outcomes ?? []).flatMap(({ id }) => (seen?.has(id) ? [id] : []));
}

/** One call for text in memory: compiles the pack and diagnoses. Callers with many cases keep `compile`. */
export function triage(pack: Pack, triageCase: Case): Diagnosis {
  return diagnose(compile(pack), triageCase);
}

/** Checks that the paste itself answers: exactly one outcome is recognised. */
export function impliedAnswers(hits: readonly Hit[], triageCase: Case): Answer[] {
  return [...seenOutcomes(hits)]
    .filter(
      ([check, seen]) => seen.size === 1 && !triageCase.answers.some((answer) => answer.check === check),
    )
    .map(([check, seen]) => ({ check, outcome: [...seen][0]!, by: 'pasted' as const }));
}

function findingOf(item: Ranked, pack: Pack): Finding {
  return {
    incident: item.incident.id,
    title: item.incident.title,
    probability: item.probability,
    band: item.band,
    score: item.score,
    terms: item.terms,
    component: item.component,
    for: item.for,
    against: item.against,
    notChecked: notCheckedOf(item, pack),
    ...(item.under ? { under: item.under } : {}),
    ...(item.causeOf ? { causeOf: item.causeOf } : {}),
  };
}

function fixesOf(
  hypotheses: Hypothesis[],
  usable: (incident: PackIncident, fix: Fix) => boolean,
): RankedFix[] {
  return shownActions(hypotheses, usable).map(({ incident, fix, action, helps, cost }) => {
    const { id, applies: _applies, ...rest } = fix;
    return { ...rest, incident: incident.id, fix: id, action, helps, cost };
  });
}
