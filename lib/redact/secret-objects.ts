/** The data of Kubernetes Secrets: every value goes, whatever its key is called. */

import { pattern, QUOTE } from './forms';
import { REDACTED } from './secret-keys';

const YAML_SECRET = /^[ \t]*kind:[ \t]*["']?Secret["']?[ \t]*$/m;
const ANY_SECRET = pattern(`kind${QUOTE}?\\s{0,4}:\\s{0,4}${QUOTE}?Secret\\b`, '');
const YAML_DATA = /^([ \t]*)((?:data|stringData):[ \t]*\n)((?:\1[ \t]+\S.*(?:\n|$))+)/gm;
/** With the lines of a block, which stand deeper than their key. */
const YAML_VALUE = /^(([ \t]+)["']?[\w.-]+["']?:[ \t]+)(\S.*(?:\n\2[ \t]+\S.*)*)$/gm;
const JSON_DATA = pattern(`${QUOTE}(?:data|stringData)${QUOTE}\\s{0,8}:\\s{0,8}\\{[^{}]{1,100000}\\}`);
const JSON_VALUE = pattern(`(${QUOTE}\\s{0,8}:\\s{0,8}${QUOTE})([^"'\\\\]{1,100000})(?=${QUOTE})`);

export function hideSecretObjects(text: string, count: () => void): string {
  if (!ANY_SECRET.test(text) && !YAML_SECRET.test(text)) return text;
  const hide = (match: string, before: string, value: string) => {
    if (value === REDACTED) return match;
    count();
    return before + REDACTED;
  };
  return text
    .split(/^(---[ \t]*\n)/m)
    .map((part) =>
      YAML_SECRET.test(part)
        ? part.replace(
            YAML_DATA,
            (_: string, indent: string, head: string, body: string) =>
              indent +
              head +
              body.replace(YAML_VALUE, (match, before: string, _deep, value: string) =>
                hide(match, before, value),
              ),
          )
        : part,
    )
    .join('')
    .replace(JSON_DATA, (match) => match.replace(JSON_VALUE, hide));
}
