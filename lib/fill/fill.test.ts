import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnosis, Fact } from '../triage/diagnosis';
import { candidatesOf, chosenFrom, fill, fillDiagnosis, fits, SLOTS, slotsIn, type Slot } from './index';
import { quoted } from './fill';

const ALL = Object.keys(SLOTS) as Slot[];
const TEMPLATE = 'kubectl -n {{namespace}} exec {{pod}} -c {{container}} -- cat /proc/{{pid}}/stack';

const fact = (name: string, value: string | number, more: Partial<Fact> = {}): Fact => ({
  fact: name,
  value,
  part: 0,
  source: 0,
  line: 1,
  ...more,
});

const told = (facts: Fact[], evidence: object[] = []) =>
  ({ facts, findings: [{ for: evidence }] }) as unknown as Diagnosis;

describe('a command is filled', () => {
  it('with what has the shape of its slot', () => {
    expect(fill('cat /proc/{{pid}}/stack', { pid: '291967' })).toEqual({
      run: 'cat /proc/291967/stack',
      missing: [],
    });
  });

  it('and says what is missing, which stays visible', () => {
    expect(fill(TEMPLATE, { pod: 'web-0', pid: '12' })).toEqual({
      run: 'kubectl -n {{namespace}} exec web-0 -c {{container}} -- cat /proc/12/stack',
      missing: ['namespace', 'container'],
    });
  });

  it('by the container’s name behind -c, and by its id elsewhere', () => {
    expect(slotsIn(['kubectl logs x -c {{container}}', 'crictl inspect {{container}}'])).toEqual([
      'container',
      'container-id',
    ]);
  });

  it('and leaves the Go templates of other programs alone', () => {
    const command = "crictl inspect -o go-template --template '{{.info.pid}}' {{unknown}}";
    expect(fill(command, {})).toEqual({ run: command, missing: [] });
  });
});

describe('values of the wrong shape', () => {
  it.each([
    ['pod', 'x; rm -rf /'],
    ['pod', 'Web-0'],
    ['pod', '-n'],
    ['pod', 'a..b'],
    ['pod', 'a'.repeat(254)],
    ['pod', 'web-0\n'],
    ['namespace', 'a.b'],
    ['pid', '0'],
    ['pid', '1;reboot'],
    ['pid', '12345678'],
    ['container-id', 'deadbeef'],
    ['image', 'nginx:$(reboot)'],
    ['path', '/etc/../root/.ssh'],
    ['path', 'relative'],
  ] as [Slot, string][])('%s %j is not filled in', (slot, value) => {
    const template = slot === 'container-id' ? 'crictl inspect {{container}}' : `run {{${slot}}}`;
    expect(fits(slot, value)).toBe(false);
    expect(fill(template, { [slot]: value }).run).toBe(template);
  });

  it.each([
    ['image', 'reg.corp.example:5000/ops/pg-backup:3.1'],
    ['image', `nginx@sha256:${'a'.repeat(64)}`],
    ['node', 'ip-10-0-0-1.eu-west-1.compute.internal'],
    ['path', '/sys/fs/cgroup/memory'],
    ['container-id', '10f0451e1345'],
  ] as [Slot, string][])('but %s %s is', (slot, value) => {
    expect(fits(slot, value)).toBe(true);
  });

  // A name as an attacker would paste it: words of a shell between pieces of real names.
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'web-0',
          '; ',
          '$(id)',
          '`id`',
          '|',
          '&&',
          '>',
          "'",
          '"',
          '\n',
          ' ',
          '\\',
          '..',
          '-',
          '/',
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 6 },
    )
    .map((pieces) => pieces.join(''));

  it('never reach a command: whatever is pasted, a filled command has the words of its template', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...ALL), (value, slot) => {
        if (!fits(slot, value)) return;
        expect(value).toMatch(/^[A-Za-z0-9/][A-Za-z0-9._/:@-]*$/);
        expect(quoted(value)).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  it('through the facts neither: the command keeps its placeholder, or holds one plain word', () => {
    fc.assert(
      fc.property(hostile, hostile, (pod, namespace) => {
        const chosen = chosenFrom(
          told([fact('pod.name', pod), fact('pod.namespace', namespace, { subject: pod })]),
        );
        const words = fill('get {{pod}} -n {{namespace}}', chosen).run.split(' ');
        expect(words).toHaveLength(4);
        expect(words[1]).toMatch(/^(\{\{pod\}\}|[a-z0-9][a-z0-9.-]*)$/);
        expect(words[3]).toMatch(/^(\{\{namespace\}\}|[a-z0-9][a-z0-9-]*)$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('and a quoted word is one word to a shell', () => {
    for (const word of ["it's", 'a b', '$(id)', '-n', '', ';'])
      expect(spawnSync('sh', ['-c', `printf %s ${quoted(word)}`], { encoding: 'utf8' }).stdout).toBe(word);
  });
});

describe('of several candidates', () => {
  const facts = [
    fact('pod.name', 'often', { line: 1 }),
    fact('pod.name', 'often', { line: 2 }),
    fact('pod.name', 'rare', { line: 9 }),
    fact('pod.namespace', 'shop', { subject: 'often' }),
    fact('pod.namespace', 'db', { subject: 'rare' }),
  ];

  it('the most frequent leads', () => {
    expect(candidatesOf(told(facts)).pod).toEqual(['often', 'rare']);
  });

  it('unless another one is the subject of the evidence; its namespace follows', () => {
    const found = chosenFrom(told(facts, [{ source: 0, line: 9, text: '' }]));
    expect(found).toMatchObject({ pod: 'rare', namespace: 'db' });
    const asSubject = [...facts, fact('pod.pending_but_started', 1, { subject: 'rare', line: 20 })];
    expect(candidatesOf(told(asSubject, [{ source: 0, line: 20, text: '' }])).pod[0]).toBe('rare');
  });

  it('of several stacks the one that is evidence says which process', () => {
    const pids = [
      fact('process.pid', 291967, { part: 0, line: 13 }),
      fact('process.pid', 362091, { part: 1, line: 23 }),
    ];
    const parts = [
      { source: 0, lines: [[2, 14]] },
      { source: 0, lines: [[19, 23]] },
    ];
    const at = (line: number) =>
      candidatesOf({
        ...told(pids, [{ type: 'frames', source: 0, line, text: '' }]),
        parts,
      } as unknown as Diagnosis).pid[0];
    expect(at(6)).toBe('291967');
    expect(at(19)).toBe('362091');
  });

  it('the person’s choice wins, and its namespace follows too', () => {
    expect(chosenFrom(told(facts), { pod: 'rare' })).toMatchObject({ pod: 'rare', namespace: 'db' });
    expect(chosenFrom(told(facts), { namespace: 'mine' })).toMatchObject({ pod: 'often', namespace: 'mine' });
  });
});

it('a filled diagnosis keeps its templates', () => {
  const diagnosis = {
    facts: [fact('process.pid', 4127)],
    findings: [],
    digest: { pasteNext: [{ what: 'x', command: 'cat /proc/{{pid}}/stack' }] },
    fixes: [
      {
        commands: [{ run: 'kill {{pid}}', destroys: 'the process' }, { run: 'true' }],
        saveFirst: ['cat /proc/{{pid}}/status'],
        verify: { command: 'ls /proc/{{pid}}', expect: 'none' },
      },
    ],
    next: { command: 'show {{pid}} {{node}}' },
  } as unknown as Diagnosis;
  const filled = fillDiagnosis(diagnosis);
  expect(filled.next).toMatchObject({
    command: 'show 4127 {{node}}',
    template: 'show {{pid}} {{node}}',
    missing: ['node'],
  });
  expect(filled.fixes[0]!.commands).toEqual([
    { run: 'kill 4127', template: 'kill {{pid}}', destroys: 'the process' },
    { run: 'true' },
  ]);
  expect(filled.fixes[0]!.saveFirst).toEqual(['cat /proc/4127/status']);
  expect(filled.digest.pasteNext[0]!.command).toBe('cat /proc/4127/stack');
  expect(diagnosis.fixes[0]!.commands[0]!.run).toBe('kill {{pid}}');
});
