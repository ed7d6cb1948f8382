/** The same text in the forms in which a paste carries it: raw, JSON-escaped, URL-encoded, with curly quotes. */

/** An opening or closing quote: plain, escaped up to three times, curly, as an entity, URL-encoded. */
export const QUOTE = String.raw`(?:\\{0,3}["'${'`'}]|[“”‘’]|&quot;|&#34;|%22|%27)`;

/** What stands between a key and its value. */
export const IS = String.raw`(?:[ \t]{0,8}(?:=>|:=|[=:]|%3[DdAa])(?:[ \t]|%20|\+(?=[\w%])){0,8})`;

/** A slash, also URL-encoded. */
export const SLASH = '(?:/|%2[Ff])';

/** A bare value ends at blanks, quotes, brackets, separators, the next parameter, and at those in escaped form. */
export const BARE = String.raw`(?:(?!%2[0268Cc]|%0[Aa]|%7[Dd]|&quot;|&amp;|&&|&[\w.%-]{0,40}=|&\s|&$|\\{1,4}[nrtu"'])[^\s\0"'${'`'},;<>()[\]{}“”‘’]){1,4096}`;

/** A quoted value of one line with its quotes; the same quote closes it, at the same depth of escaping. */
export const QUOTED = String.raw`(?:"(?:\\.|[^"\\\n]){0,4096}"|'(?:\\.|''|[^'\\\n]){0,4096}'|\\"(?:(?!(?<!\\)\\")[^\n]){0,4096}\\"|\\{3}"(?:(?!(?<!\\)\\{3}")[^\n]){0,4096}\\{3}"|“[^”\n]{0,4096}[”“]|&quot;(?:(?!&quot;)[^\n]){0,4096}&quot;|%22(?:(?!%22)\S){0,4096}%22)`;

/** Puts pieces together; the pieces above are strings so that tables stay readable. */
export function pattern(source: string, flags = 'g'): RegExp {
  return new RegExp(source, flags);
}
