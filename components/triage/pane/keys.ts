/** The keys of the pane, for the sheet that lists them. They count while something in the pane has the focus. */
export const PANE_KEYS: readonly { keys: string; does: string }[] = [
  { keys: 'n', does: 'Next evidence' },
  { keys: 'p', does: 'Previous evidence' },
  { keys: 'f', does: 'Find in the paste; Ctrl F too' },
  { keys: 'Enter', does: 'From the selected line to its reason' },
  { keys: '↑ ↓', does: 'Move the selected line; with Shift, select more' },
  { keys: 'z', does: 'Unfold all, fold again' },
  { keys: 'w', does: 'Wrap long lines' },
  { keys: 'Esc', does: 'Select nothing' },
];
