import { Link } from '@/components/ui/link';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import { AREA_WORDS } from './words';
import styles from './incident-page.module.css';

/** The pages before and after this one in its area, in the order of the list. */
export function AreaNav({ entry, book }: { entry: IncidentEntry; book: Book }) {
  const { area } = entry.front;
  const own = book.incidents.filter(({ front }) => front.area === area && front.status !== 'draft');
  const at = own.findIndex(({ id }) => id === entry.id);
  const sides = [
    { word: 'Previous', rel: 'prev', page: own[at - 1] },
    { word: 'Next', rel: 'next', page: at < 0 ? undefined : own[at + 1] },
  ];
  if (sides.every(({ page }) => !page)) return null;
  return (
    <nav className={styles.areaNav} aria-label={`More in ${AREA_WORDS[area]}`}>
      {sides.map(({ word, rel, page }) =>
        page ? (
          <Link key={word} to={`/incidents/${page.id}/`} rel={rel}>
            <span className={styles.small}>
              {word} in {AREA_WORDS[area]}
            </span>
            {page.front.title}
          </Link>
        ) : (
          <span key={word} />
        ),
      )}
    </nav>
  );
}
