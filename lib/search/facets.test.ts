import { expect, test } from 'vitest';
import { choiceFrom, countsOf, narrowed, queryOf, type Listed } from './facets';

const listed = (id: string, more: Partial<Listed>): Listed => ({
  id,
  title: id,
  summary: '',
  area: 'kernel',
  severity: 'node',
  frequency: 'common',
  status: 'stable',
  symptoms: [],
  applies: [],
  ...more,
});

const ALL = [
  listed('leak', { symptoms: ['pod-state.creating'], applies: [{ component: 'kernel', versions: '<4.0' }] }),
  listed('hang', {
    area: 'runtime',
    applies: [
      { component: 'runc', versions: '<1.1' },
      { component: 'kernel', versions: '>=5.0' },
    ],
  }),
];
const ids = (query: string) => narrowed(ALL, choiceFrom(query)).map(({ id }) => id);

test('an empty query leaves everything', () => {
  expect(ids('')).toEqual(['leak', 'hang']);
});

test('facets are met together', () => {
  expect(ids('?area=kernel')).toEqual(['leak']);
  expect(ids('?area=kernel&component=runc')).toEqual([]);
  expect(ids('?symptom=pod-state.creating')).toEqual(['leak']);
});

test('a version counts for the component that is chosen, else for any', () => {
  expect(ids('?version=3.10.0-957.el7')).toEqual(['leak']);
  expect(ids('?component=runc&version=5.4')).toEqual([]);
  expect(ids('?component=kernel&version=5.4')).toEqual(['hang']);
  expect(ids('?version=no+number')).toEqual([]);
});

test('counts are what a value would leave, its own facet not counted', () => {
  expect(countsOf(ALL, { area: 'kernel' }, 'area')).toEqual(
    new Map([
      ['kernel', 1],
      ['runtime', 1],
    ]),
  );
  expect(countsOf(ALL, { area: 'kernel' }, 'component')).toEqual(new Map([['kernel', 1]]));
});

test('the query comes back as it was, and foreign parameters stay', () => {
  expect(queryOf(choiceFrom('?version=1&area=kernel&rev=2'), '?version=1&area=kernel&rev=2')).toBe(
    '?rev=2&area=kernel&version=1',
  );
  expect(queryOf({})).toBe('');
});
