import { cx } from '@/components/ui/class-names';
import { href } from '@/components/ui/link';
import type { MapNode } from '@/lib/map/tree';
import { answersLink } from '../triage/link';
import { layoutNarrow, layoutWide, LINE, SIDE, textOf, type TreeBox, type TreeLayout } from './tree-layout';
import styles from './map.module.css';

/** A tree as a drawing; each box opens the wizard in that state. A phone gets a shape of its own. */
export function TreeSvg({ nodes, title }: { nodes: readonly MapNode[]; title: string }) {
  return (
    <>
      <Drawing layout={layoutWide(nodes)} title={title} className={styles.wide} />
      <Drawing layout={layoutNarrow(nodes)} title={title} className={styles.narrow} />
    </>
  );
}

function Drawing({ layout, title, className }: { layout: TreeLayout; title: string; className?: string }) {
  const { box, width, height, boxes, lines } = layout;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={cx(styles.drawing, className)}
      role="group"
    >
      <title>{title}</title>
      {lines.map((line) => (
        <path key={line} d={line} className={styles.line} />
      ))}
      {boxes.map((each) => (
        <Box key={wizard(each.node)} of={each} width={box} />
      ))}
    </svg>
  );
}

function Box({ of: { node, x, y, height, label, text, kind }, width }: { of: TreeBox; width: number }) {
  return (
    <a
      href={wizard(node)}
      aria-label={`${node.label}: ${node.ask ? 'then ' : ''}${textOf(node)}`}
      className={styles[kind]}
    >
      <rect x={x} y={y} width={width} height={height} rx={8} />
      {kind === 'start' && <path className={styles.edge} d={`M${x + 1} ${y + 8}V${y + height - 8}`} />}
      {label.map((words, index) => (
        <text key={index} x={x + SIDE} y={y + 24 + index * LINE} className={styles.label}>
          {words}
        </text>
      ))}
      {text.map((words, index) => (
        <text key={index} x={x + SIDE} y={y + 24 + (label.length + index) * LINE} className={styles.text}>
          {words}
        </text>
      ))}
    </a>
  );
}

export function wizard(node: MapNode): string {
  return href(`/${answersLink(node.answers)}`);
}
