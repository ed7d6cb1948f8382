import { expect, test } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadBook } from '../incident/load.server';
import { openCaseFile } from '../share/open-case-file';
import { compile, diagnose, type Case } from '../triage';
import { shareOf } from './share';

test('nothing that is shared holds what redaction takes away, and the case file opens again', () => {
  const pack = buildPack(loadBook());
  const triageCase: Case = {
    parts: [{ source: 'password=hunter2 pod="payments/checkout-7d9f8b6c54-x7k2p"\n' }],
    answers: [],
    tried: [],
    profile: {},
  };
  const diagnosis = diagnose(compile(pack), triageCase);
  const shared = shareOf({ triageCase, diagnosis, site: 'https://book.test' }, pack);
  for (const secret of ['hunter2', 'payments', 'x7k2p']) expect(JSON.stringify(shared)).not.toContain(secret);
  expect(Object.values(shared.counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  const opened = openCaseFile(shared.caseFile);
  expect(opened.ok && opened.file.case.parts.map(({ source }) => source)).toEqual(shared.texts);
});
