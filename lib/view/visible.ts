/**
 * Text of a paste as it may stand on the page: control characters become their
 * pictures, and characters that turn the writing direction become one visible
 * mark. Same length in, same length out, so that offsets stay true.
 */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (character) => {
      const code = character.charCodeAt(0);
      if (character === '\r') return ' ';
      if (code < 0x20) return String.fromCharCode(0x2400 + code);
      return code === 0x7f ? '\u2421' : '\ufffd';
    },
  );
}
