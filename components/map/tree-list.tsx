import { href, Link } from '@/components/ui/link';
import type { MapNode } from '@/lib/map/tree';
import { answersLink } from '../triage/link';
import { wizard } from './tree-svg';
import styles from './map.module.css';

/** The same tree in words, with the answers that are on no incident's way. */
export function TreeList({ nodes }: { nodes: readonly MapNode[] }) {
  return (
    <ul className={styles.list}>
      {nodes.map((node) => (
        <li key={wizard(node)}>
          <a href={wizard(node)}>{node.label}</a>
          {node.ask ? `: ${node.ask.text}` : <Leads node={node} />}
          {node.children.length > 0 && <TreeList nodes={node.children} />}
          {node.ask && node.others.length > 0 && <Others node={node} />}
        </li>
      ))}
    </ul>
  );
}

function Leads({ node }: { node: MapNode }) {
  return (
    <>
      {': '}
      {node.leads.map(({ incident, title, probability }, index) => (
        <span key={incident}>
          {index > 0 && (index === 1 ? '; less likely ' : ', ')}
          <Link to={`/incidents/${incident}/`}>{title}</Link> ({Math.round(probability * 100)} %)
        </span>
      ))}
    </>
  );
}

function Others({ node }: { node: MapNode }) {
  return (
    <p className={styles.others}>
      Other answers:{' '}
      {node.others.map(({ outcome, label }, index) => (
        <span key={outcome}>
          {index > 0 && ' · '}
          <a href={href(`/${answersLink([...node.answers, { check: node.ask!.check, outcome }])}`)}>
            {label}
          </a>
        </span>
      ))}
    </p>
  );
}
