import { useId } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { BOX_WIDTH, layoutFlow, LINE, NOTE_LINE, type FlowArrow, type FlowNode } from './flow-layout';
import { TextLines } from './text-lines';
import styles from './diagram.module.css';

/** Boxes and arrows, drawn from data. `text` says the same in words. */
export function Flow(props: { title: string; nodes: FlowNode[]; arrows: FlowArrow[]; text: string }) {
  const id = useId();
  const { width, height, boxes, paths } = layoutFlow(props.nodes, props.arrows);
  return (
    <figure className={styles.figure}>
      <figcaption>{props.title}</figcaption>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={`Drawing: ${props.title}`}>
        <svg
          role="img"
          aria-labelledby={`${id}t ${id}d`}
          viewBox={`0 0 ${width} ${height}`}
          style={{ maxWidth: width, minWidth: width * 0.78 }}
        >
          <title id={`${id}t`}>{props.title}</title>
          <desc id={`${id}d`}>{props.text}</desc>
          <defs>
            <marker
              id={`${id}a`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" className={styles.head} />
            </marker>
          </defs>
          {paths.map((path) => (
            <path key={path.d} d={path.d} className={styles.arrow} markerEnd={`url(#${id}a)`} />
          ))}
          {boxes.map((box) => (
            <g key={box.id}>
              <rect x={box.x} y={box.y} width={BOX_WIDTH} height={box.height} rx="7" className={styles.box} />
              <TextLines
                lines={box.label}
                x={box.x + BOX_WIDTH / 2}
                y={box.y + 25}
                step={LINE}
                className={styles.label}
              />
              <TextLines
                lines={box.note}
                x={box.x + BOX_WIDTH / 2}
                y={box.y + 24 + box.label.length * LINE}
                step={NOTE_LINE}
                className={styles.note}
              />
            </g>
          ))}
          {paths.map((path) => (
            <TextLines
              key={path.d}
              lines={path.label}
              x={path.x}
              y={path.y}
              step={NOTE_LINE}
              anchor={path.anchor}
              className={styles.arrowLabel}
            />
          ))}
        </svg>
      </div>
      <Disclosure summary="The same in words">
        <p>{props.text}</p>
      </Disclosure>
    </figure>
  );
}
