import { createAnswer } from './answer';
import type { ToWorker } from './protocol';

const answer = createAnswer();
self.onmessage = (event: MessageEvent<ToWorker>) =>
  void answer(event.data, (message, transfer = []) => self.postMessage(message, { transfer }));
