import { expect, test } from 'vitest';
import { buildPack } from '../incident/build.server';
import { diagnose, compile, EMPTY_CASE } from '../triage';
import { mapOf, nodesOf } from './tree';

const pack = buildPack();
const groups = mapOf(pack);
const nodes = nodesOf(groups);

test('every stable incident has a way, and stands at its end', () => {
  const ends = nodes.flatMap(({ ends: incidents }) => incidents);
  expect(ends.sort()).toEqual(
    pack.incidents
      .filter(({ status }) => status === 'stable')
      .map(({ id }) => id)
      .sort(),
  );
});

test('every question is the one that the wizard asks in that state', () => {
  const compiled = compile(pack);
  for (const node of nodes) {
    const answers = node.answers.map((answer) => ({ ...answer, by: 'picked' as const }));
    const { next, findings } = diagnose(compiled, { ...EMPTY_CASE, answers });
    expect(node.ask?.check ?? null).toBe(next?.check ?? null);
    expect(node.leads[0]?.incident).toBe(findings[0]?.incident);
  }
});

test('children and other answers together are the outcomes of the question, each once', () => {
  for (const node of nodes) {
    const outcomes = pack.checks.find(({ id }) => id === node.ask?.check)?.outcomes ?? [];
    const named = [
      ...node.children.map(({ answers }) => answers[answers.length - 1]!.outcome),
      ...node.others.map(({ outcome }) => outcome),
    ];
    expect(named.sort()).toEqual(outcomes.map(({ id }) => id).sort());
  }
});

test('two builds give the same tree', () => {
  expect(mapOf(pack)).toEqual(groups);
});

test('at the end of its way an incident is first, or one of the first three', () => {
  for (const { ends, leads } of nodes)
    for (const incident of ends) expect(leads.map((lead) => lead.incident)).toContain(incident);
});
