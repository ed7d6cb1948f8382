/** Where a part shows by itself that something of it is missing. */

import type { ParsedLine, Stack } from './parsed';
import type { Draft } from './parts-ranges';
import { isOutermost } from './stacks';

/** `...`, `(truncated)`, `--More--`, `... 312 lines omitted ...`: what people and pagers put where they cut. */
const CUT =
  /^\s*(?:\.{3,}|…|(?:\.{3,}|…|[([<-]{1,3})?\s?(?:(?:output|log|\d{1,7} (?:more )?lines)\s)?(?:truncated|snip(?:ped)?|more|cut|omitted)\s?(?:\.{3,}|…|[)\]>-]{1,3})?)\s*$/i;
const LONGEST_CUT = 40;
/** 5193605.506728] Task in /kubepods/…: the bracket in front was not copied. */
const HEADLESS = /^\d{1,8}\.\d{6}\] /;

/** Sets `truncated` on the parts whose beginning or end is visibly missing. */
export function markTruncated(
  drafts: readonly Draft[],
  lines: readonly ParsedLine[],
  stacks: readonly Stack[],
): void {
  const say = (part: number, why: string) => {
    const draft = drafts[part];
    if (draft) draft.part.truncated ??= why;
  };
  let before: ParsedLine | undefined;
  for (const parsed of lines) {
    const { line, format, part } = parsed;
    // ps keeps a row of dots as its own, so that the rows behind it stay in one table.
    if (
      (format === 'plain' || format === 'ps') &&
      before &&
      before.format !== 'plain' &&
      line.text.length < LONGEST_CUT &&
      CUT.test(line.text)
    ) {
      say(before.part, `The paste was cut behind line ${before.line.to}.`);
    }
    if (format === 'dmesg' && line.text.charCodeAt(0) < 58 && HEADLESS.test(line.text))
      say(part, `Line ${line.from} has lost its beginning.`);
    before = parsed;
  }
  for (const stack of stacks) {
    const outermost = stack.frames[0];
    if (stack.kind !== 'proc' || !outermost || isOutermost(outermost.name)) continue;
    say(stack.part, `The stack at line ${lines[outermost.at]!.line.to} ends before its outermost frame.`);
  }
}
