'use client';

import { useEffect } from 'react';
import { actionOf, type KeyAction } from './keys';
import type { TriageStore } from './store';

/** Marks for the keys: a finding's link, and the fix to try first. */
const FINDING = '[data-finding]';
const FIRST_COMMAND = '[data-first-fix] [data-command=safe] [data-copy]';
const ANY_COMMAND = 'main [data-command=safe] [data-copy]';

/** Keys of the triage page; `openSheet` shows the list of them. */
export function useKeys(store: TriageStore, openSheet: () => void): void {
  useEffect(() => {
    const act = (action: KeyAction) => {
      const { undo, redo, answer, result } = store.getState();
      if (action.type === 'sheet') openSheet();
      else if (action.type === 'undo') undo();
      else if (action.type === 'redo') redo();
      else if (action.type === 'copy') copyFirst();
      else if (action.type === 'move') moveBy(action.by);
      else if (action.type === 'outcome') {
        const next = result?.diagnosis.next;
        const outcome = next?.outcomes[action.index];
        if (next && outcome) answer({ check: next.check, outcome: outcome.id, by: 'picked' });
      }
    };
    const onKey = (event: KeyboardEvent) => {
      const action =
        event.defaultPrevented || document.querySelector('[role=dialog]') ? null : actionOf(event);
      if (!action) return;
      event.preventDefault();
      act(action);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, openSheet]);
}

/** Through the button, so that the same is copied and the same is said. */
function copyFirst(): void {
  const button =
    document.querySelector<HTMLElement>(FIRST_COMMAND) ?? document.querySelector<HTMLElement>(ANY_COMMAND);
  button?.click();
  button?.scrollIntoView({ block: 'nearest' });
}

function moveBy(by: 1 | -1): void {
  const findings = [...document.querySelectorAll<HTMLElement>(FINDING)];
  if (findings.length === 0) return;
  const at = findings.indexOf(document.activeElement as HTMLElement);
  const next =
    findings[
      at < 0 ? (by > 0 ? 0 : findings.length - 1) : Math.min(findings.length - 1, Math.max(0, at + by))
    ];
  next?.focus();
}
