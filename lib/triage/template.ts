/** The shape of a line without what changes from one printing to the next. */

const HEX_ID = /\b(?=[0-9a-f-]*\d)[0-9a-f]{8,64}\b/g;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const NUMBER = /\d+/g;

/** At most this much of a line makes its template. */
const LENGTH = 200;

/** Two printings of one message have one template: ids and numbers become `#`. */
export function templateOf(text: string): string {
  return text.slice(0, LENGTH).replace(UUID, '#').replace(HEX_ID, '#').replace(NUMBER, '#').trim();
}
