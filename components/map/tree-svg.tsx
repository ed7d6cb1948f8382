import { href } from '@/components/ui/link';
import type { MapNode } from '@/lib/map/tree';
import { answersLink } from '../triage/link';
import { BOX, layoutTree, LINE, textOf } from './tree-layout';
import styles from './map.module.css';

/** A tree as a drawing; each box opens the wizard in that state. */
export function TreeSvg({ nodes, title }: { nodes: readonly MapNode[]; title: string }) {
  const { width, height, boxes, lines } = layoutTree(nodes);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.drawing}
      role="group"
    >
      <title>{title}</title>
      {lines.map((line) => (
        <path key={line} d={line} className={styles.line} />
      ))}
      {boxes.map(({ node, x, y, height: tall, label, text, leaf }) => (
        <a
          key={wizard(node)}
          href={wizard(node)}
          aria-label={`${node.label}: ${leaf ? '' : 'then '}${textOf(node)}`}
        >
          <rect x={x} y={y} width={BOX} height={tall} rx={6} className={leaf ? styles.leaf : styles.box} />
          {label.map((words, index) => (
            <text key={words} x={x + 12} y={y + 22 + index * LINE} className={styles.label}>
              {words}
            </text>
          ))}
          {text.map((words, index) => (
            <text key={words} x={x + 12} y={y + 22 + (label.length + index) * LINE} className={styles.text}>
              {words}
            </text>
          ))}
        </a>
      ))}
    </svg>
  );
}

export function wizard(node: MapNode): string {
  return href(`/${answersLink(node.answers)}`);
}
