/** Pastes for fuzzing: real ones, damaged as they are on their way, and noise. All of it is fast-check's own data, so that a failure shrinks. */

import fc from 'fast-check';

/** Repeated four times over, a paste would grow to megabytes; what those cost is measured elsewhere. */
const MOST_REPEATED = 20_000;

type Mutation = (text: string) => string;
const at = (text: string, share: number) => Math.floor(share * text.length);
const lines = (text: string, change: (list: string[]) => string[]) => change(text.split('\n')).join('\n');
const share = fc.double({ min: 0, max: 1, noNaN: true });
export const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '\0',
    '\r',
    '\u001b[31m',
    '\uFEFF',
    '\uD800',
    '\u2028',
    '```',
    '> ',
    '…',
    '&quot;',
    '\t',
    '}{',
    '%s',
  ),
);

/** What happens to a paste on its way. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(share, share).map(
    ([a, b]): Mutation =>
      (text) =>
        text.slice(at(text, Math.min(a, b)), at(text, Math.max(a, b))),
  ),
  fc.tuple(share, anyText).map(
    ([where, more]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + more + text.slice(at(text, where)),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 30 })).map(
    ([where, length]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(share, fc.integer({ min: 2, max: 40 })).map(
    ([where, times]): Mutation =>
      (text) =>
        lines(text, (list) =>
          list.flatMap((line, index) =>
            index === Math.floor(where * list.length) ? Array(times).fill(line) : [line],
          ),
        ),
  ),
  fc.infiniteStream(share).map((keys): Mutation => {
    // Taken once, so that the mutation is the same however often it is applied.
    const order = [...keys.take(300)];
    return (text) =>
      lines(text, (list) =>
        list
          .map((line, index) => ({ line, key: order[index % order.length]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line),
      );
  }),
  fc.tuple(share, share).map(
    ([a, b]): Mutation =>
      (text) =>
        lines(text, (list) => {
          const [one, two] = [Math.floor(a * list.length), Math.floor(b * list.length)];
          return list.map((line, index) => (index === one ? list[two]! : index === two ? list[one]! : line));
        }),
  ),
  fc.constantFrom<Mutation>(
    (text) => text.replaceAll('\n', ' '),
    (text) => text.replaceAll(' ', '\n'),
    (text) => text.toUpperCase(),
    (text) => [...text].reverse().join(''),
    (text) => text.replace(/\d/g, '9'),
    (text) => text.replace(/\d+/g, '999999999999999999999'),
    (text) => (text.length < MOST_REPEATED ? text.repeat(20) : text),
  ),
);

/** A real paste after one to four mutations. */
export function mutatedPaste(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => changes.reduce((before, change) => change(before), text));
}

/** Mutated pastes, two of them joined, the words of the book in any order, and noise. */
export function anyPaste(texts: readonly string[], vocabulary: readonly string[]): fc.Arbitrary<string> {
  const mutated = mutatedPaste(texts);
  const joined = fc.tuple(mutated, anyText, mutated).map((pieces) => pieces.join(''));
  const words = fc
    .array(
      fc.oneof(
        ...(vocabulary.length > 0 ? [fc.constantFrom(...vocabulary)] : []),
        fc.string({ maxLength: 8 }),
        fc.constantFrom('\n', ': ', '=', '"'),
      ),
    )
    .map((list) => list.join(' '));
  return fc.oneof(
    { arbitrary: mutated, weight: 6 },
    { arbitrary: joined, weight: 2 },
    { arbitrary: words, weight: 1 },
    { arbitrary: fc.string({ maxLength: 2000 }), weight: 1 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 2000 }), weight: 1 },
    { arbitrary: fc.string({ unit: 'grapheme', size: 'max', maxLength: 2000 }), weight: 1 },
  );
}
