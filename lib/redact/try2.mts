import { readFileSync } from 'node:fs';
import { redact } from './redact';
for (const f of process.argv.slice(2)) {
  const t = readFileSync(f, 'utf8');
  const r = redact(t);
  const A = t.split('\n'),
    B = r.text.split('\n');
  A.forEach((l, i) => {
    if (l !== B[i]) console.log('-', l.slice(0, 260), '\n+', B[i]?.slice(0, 260));
  });
  console.log(
    r.names
      .map((n) => `${n.kind}:${n.name}`)
      .join(' ')
      .slice(0, 600),
  );
}
