/** What the worker does with each message. Everything but the wiring, so that tests need no worker. */

import { compile, diagnose, open, recognise, type Compiled } from '../triage';
import { draftOf } from './draft';
import { lineStarts } from './lines';
import type { FromWorker, ToWorker } from './protocol';
import { readFile } from './read-file';
import { shareOf } from './share';

export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** One worker's memory: the compiled pack. */
export function createAnswer(): (message: ToWorker, post: Post) => Promise<void> {
  let compiled: Compiled | undefined;
  const cancelled = new Set<number>();
  return async (message, post) => {
    if (message.type === 'pack') {
      compiled = compile(message.pack);
      return;
    }
    const { id } = message;
    if (message.type === 'cancel') {
      cancelled.add(id);
      return;
    }
    try {
      if (!compiled) throw new Error('a case came before the pack');
      if (message.type === 'read') {
        const read = await readFile(message.file, open(compiled), {
          onProgress: (progress) => post({ type: 'progress', id, ...progress }),
          cancelled: () => cancelled.has(id),
        });
        cancelled.delete(id);
        post(
          read.type === 'ok'
            ? { type: 'read', id, ...read.value }
            : { type: 'failed', id, sentence: read.sentence },
        );
        return;
      }
      if (message.type === 'draft') {
        post({ type: 'drafted', id, ...draftOf(message) });
        return;
      }
      if (message.type === 'share') {
        post({ type: 'shared', id, ...shareOf(message, compiled.pack) });
        return;
      }
      if (message.type === 'recognise') {
        post({ type: 'recognised', id, outcomes: recognise(compiled, message.check, message.text) });
        return;
      }
      const starts = message.triageCase.parts.map((part) => lineStarts(part.source));
      const diagnosis = diagnose(compiled, message.triageCase);
      post(
        { type: 'diagnosed', id, diagnosis, starts },
        starts.map((each) => each.buffer as ArrayBuffer),
      );
    } catch (error) {
      post({
        type: 'failed',
        id,
        sentence: `The engine stopped on this paste: ${String(error)}. That is a fault in Faultbook; your text is still here.`,
      });
    }
  };
}
