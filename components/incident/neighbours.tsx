import { Link } from '@/components/ui/link';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import styles from './incident-page.module.css';

/** Links to what this incident explains, what explains it, and what it is easily taken for. */
export function Neighbours({ entry, book }: { entry: IncidentEntry; book: Book }) {
  const { blocks, related } = entry.front;
  const causes = book.incidents.filter((each) => each.front.blocks.includes(entry.id)).map((each) => each.id);
  const groups = [
    ['A deeper cause of', blocks],
    ['Known causes of this', causes],
    ['Related', related.filter((id) => !blocks.includes(id) && !causes.includes(id))],
  ] as const;
  if (groups.every(([, ids]) => ids.length === 0)) return null;
  return (
    <section className={styles.section} aria-labelledby="neighbours-title" id="neighbours">
      <h2 id="neighbours-title">Neighbours</h2>
      <ul className={styles.list}>
        {groups.flatMap(([label, ids]) =>
          ids.map((id) => (
            <li key={`${label}${id}`}>
              <span className={styles.small}>{label}: </span>
              <Neighbour id={id} book={book} />
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

/** An incident that nobody wrote yet is named without a link: no dead links. */
function Neighbour({ id, book }: { id: string; book: Book }) {
  const entry = book.incidents.find((each) => each.id === id);
  return entry ? <Link to={`/incidents/${id}/`}>{entry.front.title}</Link> : <code>{id}</code>;
}
