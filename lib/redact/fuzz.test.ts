import fc from 'fast-check';
import { expect } from 'vitest';
import { fuzz } from '../fuzz/cases';
import { anyPaste } from '../fuzz/pastes';
import { loadBook } from '../incident/load.server';
import planted from './planted.json';
import { redact } from './redact';

const SAMPLES = loadBook().incidents.flatMap(({ samples }) => samples.map(({ text }) => text));
/** Token shapes carry a broken bar in the list, so that no scanner takes it for a leak. */
const bare = (text: string) => text.replaceAll('¦', '');
const PLANTED = planted.map(({ text, hide }) => ({ text: bare(text), hide: hide.map(bare) }));

const pastes = fc.tuple(fc.constantFrom(...PLANTED), anyPaste(SAMPLES, []));

fuzz('a secret is found whatever stands around it', 300, pastes, ([{ text, hide }, paste]) => {
  const whole = `${paste}\n\n${text}\n\n${paste}`;
  const safe = redact(whole).text;
  for (const secret of hide) if (!paste.includes(secret)) expect(safe).not.toContain(secret);
});
