/** What the page needs only once there is a case: loaded right behind it, before any paste. */

export { CaseView } from './case-view';
export { KeyboardSheet } from './keyboard-sheet';
