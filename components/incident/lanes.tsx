import { useId } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { layoutLanes, STEP, type LaneEvent, type LaneMark } from './lanes-layout';
import { TextLines } from './text-lines';
import styles from './diagram.module.css';

/** Who does what when, drawn from data. `text` says the same in words. */
export function Lanes(props: { title: string; lanes: string[]; events: LaneEvent[]; text: string }) {
  const id = useId();
  const { width, height, top, columns, marks, note } = layoutLanes(props.lanes, props.events);
  return (
    <figure className={styles.figure}>
      <figcaption>{props.title}</figcaption>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={`Drawing: ${props.title}`}>
        <svg
          role="img"
          aria-labelledby={`${id}t ${id}d`}
          viewBox={`0 0 ${width} ${height}`}
          style={{ maxWidth: width, minWidth: width * 0.9 }}
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
          {columns.map((column) => (
            <g key={column.x}>
              <TextLines lines={column.name} x={column.x} y={16} step={18} className={styles.label} />
              <path d={`M${column.x} ${top}V${height}`} className={styles.lane} />
            </g>
          ))}
          {marks.map((mark) => (
            <Mark key={`${mark.type}${mark.y}`} mark={mark} width={note} arrow={`url(#${id}a)`} />
          ))}
        </svg>
      </div>
      <Disclosure summary="The same in words">
        <p>{props.text}</p>
      </Disclosure>
    </figure>
  );
}

function Mark({ mark, width, arrow }: { mark: LaneMark; width: number; arrow: string }) {
  if (mark.type === 'note') {
    return (
      <g>
        <rect
          x={mark.x - width / 2}
          y={mark.y}
          width={width}
          height={mark.height}
          rx="6"
          className={styles.box}
        />
        <TextLines lines={mark.lines} x={mark.x} y={mark.y + 18} step={STEP} className={styles.note} />
      </g>
    );
  }
  const end = mark.to > mark.x ? mark.to - 3 : mark.to + 3;
  return (
    <g>
      <path d={`M${mark.x} ${mark.y}H${end}`} className={styles.arrow} markerEnd={arrow} />
      <TextLines
        lines={mark.lines}
        x={mark.labelX}
        y={mark.labelY}
        step={STEP}
        className={styles.arrowLabel}
      />
    </g>
  );
}
