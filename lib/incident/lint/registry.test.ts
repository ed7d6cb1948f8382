import { expect, it } from 'vitest';
import { loadBook } from '../load.server';
import { goodRoot } from '../test-root';
import { lost, merged, published, REGISTRY_FILE, unregistered } from './registry';

function setup() {
  const root = goodRoot();
  const book = loadBook([root.folder]);
  root.remove();
  const now = published(book);
  return { book, now, page: now['incidents/pump-stops']! };
}

it('publishes the headings, signatures, checks and fixes of an incident, and the outcomes of a check', () => {
  const { now, page } = setup();
  expect(page).toEqual(
    expect.arrayContaining([
      'root-cause',
      'not-this-if',
      'sig-pump-stopped',
      'check-gauge',
      'fix-open-slowly',
    ]),
  );
  expect(now['checks/gauge']).toEqual(['outcome-high', 'outcome-low']);
});

it('does not publish drafts', () => {
  const { book } = setup();
  const [entry] = book.incidents;
  entry!.front.status = 'draft';
  expect(Object.keys(published(book))).toEqual(['checks/gauge']);
});

it('keeps the page of a former name', () => {
  const { book } = setup();
  book.incidents[0]!.front.formerly.push('pump-halts');
  const now = published(book);
  expect(lost(now, { 'incidents/pump-halts': now['incidents/pump-stops']! })).toEqual([]);
});

it('refuses the loss of an anchor, with a cure', () => {
  const { now, page } = setup();
  const before = { ...now, 'incidents/pump-stops': [...page, 'sig-pump-hummed'] };
  expect(lost(now, before)).toEqual([
    {
      file: REGISTRY_FILE,
      line: 1,
      what: 'incidents/pump-stops#sig-pump-hummed was published and is gone',
      cure: 'bring the id back; ids are for ever',
    },
  ]);
});

it('refuses the loss of a page, with a cure', () => {
  const { now } = setup();
  expect(lost(now, { ...now, 'incidents/pump-rusts': ['fix'] })).toMatchObject([
    { what: 'incidents/pump-rusts was published and is gone', cure: expect.stringContaining('successor') },
  ]);
});

it('loses nothing when nothing is lost', () => {
  const { now } = setup();
  expect(lost(now, now)).toEqual([]);
  expect(unregistered(now, now)).toEqual([]);
});

it('wants new ids in the registry, which then remembers the old ones too', () => {
  const { now, page } = setup();
  const before = { 'incidents/pump-stops': page.slice(1), 'incidents/pump-rusts': ['fix'] };
  expect(unregistered(now, before)).toMatchObject([{ file: REGISTRY_FILE, cure: 'npm run fix' }]);
  const after = merged(now, before);
  expect(unregistered(now, after)).toEqual([]);
  expect(after['incidents/pump-rusts']).toEqual(['fix']);
  expect(after['incidents/pump-stops']).toEqual(page);
});
