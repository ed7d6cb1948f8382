/** Ids that resolve: between incidents, checks, outcomes, formats and facts. */

import type { Book, CheckEntry, IncidentEntry } from '../load.server';
import type { Problem } from '../problem';
import { isFactName } from '../../triage/facts/vocabulary';
import { isFormatId } from '../../triage/formats/ids';

export function lintIds(book: Book): Problem[] {
  const incidents = new Map(book.incidents.map((entry) => [entry.id, entry]));
  const checks = new Map(book.checks.map((entry) => [entry.id, entry]));
  return [
    ...book.incidents.flatMap((entry) => [
      ...uniqueIds(entry),
      ...references(entry, incidents),
      ...predictions(entry, checks),
      ...revisions(entry),
      ...entry.front.signatures.flatMap((signature, index) =>
        known(entry.file, (key) => entry.lineOf(['signatures', index, key]), signature),
      ),
      ...(entry.front.status === 'retired' && !entry.front.successor
        ? [
            {
              file: entry.file,
              line: 1,
              what: 'retired without a successor',
              cure: 'name the incident that replaces it',
            },
          ]
        : []),
    ]),
    ...book.checks.flatMap((entry) => [...outcomes(entry), ...used(entry, book)]),
  ];
}

function uniqueIds(entry: IncidentEntry): Problem[] {
  return (['signatures', 'fixes'] as const).flatMap((key) => {
    const ids = entry.front[key].map(({ id }) => id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [
            {
              file: entry.file,
              line: entry.lineOf([key, index, 'id']),
              what: `${key}: ${id} stands twice`,
              cure: 'ids are anchors; give each its own',
            },
          ]
        : [],
    );
  });
}

function references(entry: IncidentEntry, incidents: Map<string, IncidentEntry>): Problem[] {
  return (['related', 'blocks'] as const).flatMap((key) =>
    entry.front[key].flatMap((id, index): Problem[] => {
      const line = entry.lineOf([key, index]);
      const other = incidents.get(id);
      if (!other)
        return [
          {
            file: entry.file,
            line,
            what: `${key}: no incident ${id}`,
            cure: 'mend the id, or write the incident',
          },
        ];
      if (id === entry.id)
        return [{ file: entry.file, line, what: `${key} names the incident itself`, cure: 'remove it' }];
      const back = key === 'related' && ![...other.front.related, ...other.front.blocks].includes(entry.id);
      if (!back || entry.front.blocks.includes(id)) return [];
      return [
        {
          file: other.file,
          line: other.lineOf(['related']),
          what: `${entry.id} is related to ${id}, but not the other way round`,
          cure: `add ${entry.id} to related`,
        },
      ];
    }),
  );
}

/** A citation names a revision: they count 1, 2, 3 and never go back in time. */
function revisions(entry: IncidentEntry): Problem[] {
  const { changes } = entry.front;
  return changes.flatMap(({ revision, date }, index) => {
    const late = index > 0 && date < changes[index - 1]!.date;
    if (revision === index + 1 && !late) return [];
    return [
      {
        file: entry.file,
        line: entry.lineOf(['changes', index, 'revision']),
        what: late
          ? `revision ${revision} is older than the one before`
          : `revision ${revision} where ${index + 1} belongs`,
        cure: 'changes stand in order, the newest last, and none is left out or taken away',
      },
    ];
  });
}

function predictions(entry: IncidentEntry, checks: Map<string, CheckEntry>): Problem[] {
  return Object.entries(entry.front.checks).flatMap(([id, outcomes]): Problem[] => {
    const check = checks.get(id);
    const line = entry.lineOf(['checks', id]);
    if (!check)
      return [
        {
          file: entry.file,
          line,
          what: `no check ${id}`,
          cure: `write content/checks/${id}.yaml or mend the id`,
        },
      ];
    return Object.entries(outcomes).flatMap(([outcome, word]): Problem[] => {
      const ids = check.check.outcomes.map((item) => item.id);
      if (!ids.includes(outcome)) {
        return [
          {
            file: entry.file,
            line: entry.lineOf(['checks', id, outcome]),
            what: `check ${id} has no outcome ${outcome}`,
            cure: `its outcomes: ${ids.join(', ')}`,
          },
        ];
      }
      const sure = word === 'always' || word === 'never';
      return sure && entry.front.sources.length === 0 && check.check.sources.length === 0
        ? [
            {
              file: entry.file,
              line,
              what: `“${word}” without a source`,
              cure: 'name the source in the check or in the incident',
            },
          ]
        : [];
    });
  });
}

function outcomes(entry: CheckEntry): Problem[] {
  const ids = entry.check.outcomes.map(({ id }) => id);
  const problems: Problem[] = ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [
          {
            file: entry.file,
            line: entry.lineOf(['outcomes', index, 'id']),
            what: `outcomes: ${id} stands twice`,
            cure: 'an answer is told by its id; give each its own',
          },
        ]
      : [],
  );
  for (const id of Object.keys(entry.check.background)) {
    if (!ids.includes(id)) {
      problems.push({
        file: entry.file,
        line: entry.lineOf(['background', id]),
        what: `background: no outcome ${id}`,
        cure: `outcomes: ${ids.join(', ')}`,
      });
    }
  }
  const sure = Object.values(entry.check.background).some((word) => word === 'always' || word === 'never');
  if (sure && entry.check.sources.length === 0) {
    problems.push({
      file: entry.file,
      line: entry.lineOf(['background']),
      what: '“always” or “never” without a source',
      cure: 'add it to `sources`, or use a weaker word',
    });
  }
  if (!entry.check.command && !entry.check.symptom) {
    problems.push({
      file: entry.file,
      line: 1,
      what: 'neither a command nor a symptom',
      cure: 'add `command`, or say where it stands with `symptom`',
    });
  }
  entry.check.outcomes.forEach(({ id, looks, signature }, index) => {
    if (entry.check.command && !looks)
      problems.push({
        file: entry.file,
        line: entry.lineOf(['outcomes', index, 'id']),
        what: `outcomes: ${id} does not say what the command prints for it`,
        cure: 'add `looks`, with the words that stand on the screen',
      });
    if (signature)
      problems.push(
        ...known(entry.file, (key) => entry.lineOf(['outcomes', index, 'signature', key]), signature),
      );
  });
  for (const format of entry.check.prints) {
    if (!isFormatId(format))
      problems.push({
        file: entry.file,
        line: entry.lineOf(['prints']),
        what: `no format ${format}`,
        cure: 'see lib/triage/formats/ids.ts',
      });
  }
  return problems;
}

function used(entry: CheckEntry, book: Book): Problem[] {
  if (book.incidents.some((incident) => incident.front.checks[entry.id])) return [];
  return [
    {
      file: entry.file,
      line: 1,
      what: `no incident predicts anything for check ${entry.id}`,
      cure: 'add it to the `checks` of an incident, or remove it',
    },
  ];
}

function known(
  file: string,
  lineOf: (key: string) => number,
  source: { in?: string[]; fact?: string } | object,
): Problem[] {
  const { in: formats = [], fact } = source as { in?: string[]; fact?: string };
  const problems: Problem[] = formats
    .filter((format) => !isFormatId(format))
    .map((format) => ({
      file,
      line: lineOf('in'),
      what: `no format ${format}`,
      cure: 'see lib/triage/formats/ids.ts',
    }));
  if (fact && !isFactName(fact)) {
    problems.push({
      file,
      line: lineOf('fact'),
      what: `no fact ${fact}`,
      cure: 'see lib/triage/facts/vocabulary.ts',
    });
  }
  return problems;
}
