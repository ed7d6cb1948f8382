import { buildPack } from '../incident/build.server';
import { loadBook } from '../incident/load.server';
import { loadCorpus } from '../incident/corpus.server';
import { compile, diagnose, EMPTY_CASE } from '../triage';
import { redact } from './redact';
const book = loadBook();
const c = compile(buildPack(book));
const texts = [
  ...book.incidents.flatMap((i) => i.samples.map((s) => ({ name: `${i.id}/${s.name}`, text: s.text }))),
  ...loadCorpus('content/corpus/open'),
  ...book.healthy,
];
const first = (t: string) => {
  const d = diagnose(c, { ...EMPTY_CASE, parts: [{ source: t }] });
  return `${d.verdict} ${d.findings[0]?.incident} ${d.findings[0]?.band}`;
};
let bad = 0,
  idem = 0;
let ms = 0,
  bytes = 0;
for (const { name, text } of texts) {
  const t0 = performance.now();
  const r = redact(text);
  ms += performance.now() - t0;
  bytes += text.length;
  const a = first(text),
    b = first(r.text);
  if (a.split(' ')[1] !== b.split(' ')[1]) {
    bad++;
    console.log('FIRST', name, a, '->', b);
  } else if (a !== b) console.log('band', name, a, '->', b);
  const again = redact(r.text).text;
  if (again !== r.text) {
    idem++;
    const A = r.text.split('\n'),
      B = again.split('\n');
    const i = A.findIndex((l, k) => l !== B[k]);
    console.log('IDEM', name, '\n  ', A[i]?.slice(0, 300), '\n  ', B[i]?.slice(0, 300));
  }
}
console.log({ n: texts.length, bad, idem, ms, bytes });
