import { expect, it } from 'vitest';
import { actionOf, SHEET } from './keys';

/** An element inside the first selector of `within` that is asked for. */
const inside = (within: string, more: object = {}) =>
  ({ closest: (selector: string) => (selector.includes(within) ? more : null) }) as unknown as EventTarget;
const press = (key: string, more: object = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...more });

it('letters, digits and the question mark act', () => {
  expect(press('j')).toEqual({ type: 'move', by: 1 });
  expect(press('k')).toEqual({ type: 'move', by: -1 });
  expect(press('9')).toEqual({ type: 'outcome', index: 8 });
  expect(press('U')).toEqual({ type: 'redo' });
  expect(press('?')).toEqual({ type: 'sheet' });
});

it('other keys, and keys held with another, do not', () => {
  for (const key of ['x', '0', 'Enter', 'J']) expect(press(key)).toBeNull();
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(press('c', { [held]: true })).toBeNull();
});

it('nothing acts while one types, nor in a menu, a dialog or tabs', () => {
  for (const within of ['input', 'textarea', 'select', '[contenteditable]', '[role=menu]', '[role=dialog]'])
    for (const key of ['j', 'c', 'u', '1']) expect(press(key, { target: inside(within) })).toBeNull();
});

it('an empty paste box lets the question mark through, and nothing else', () => {
  const empty = inside('textarea', { dataset: { pasteBox: '' }, value: '' });
  const begun = inside('textarea', { dataset: { pasteBox: '' }, value: 'E0320' });
  expect(press('?', { target: empty })).toEqual({ type: 'sheet' });
  expect(press('u', { target: empty })).toBeNull();
  expect(press('?', { target: begun })).toBeNull();
});

it('the sheet names every key that acts', () => {
  const said = SHEET.flatMap(({ keys }) => keys.split(' '));
  for (const key of ['j', 'k', 'c', 'u', 'U', '?', '1', '9']) expect(said).toContain(key);
});
