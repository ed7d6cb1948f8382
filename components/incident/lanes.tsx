import { useId } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { ArrowHead } from './arrow-head';
import { layoutLanes, PHONE, STEP, WIDE, type Fit, type LaneEvent, type LaneMark } from './lanes-layout';
import { TextLines } from './text-lines';
import styles from './diagram.module.css';

interface LanesProps {
  title: string;
  lanes: string[];
  events: LaneEvent[];
  text: string;
}

/** Who does what when, drawn from data, once for a page and once for a phone. `text` says the same in words. */
export function Lanes(props: LanesProps) {
  return (
    <figure className={styles.figure}>
      <figcaption>{props.title}</figcaption>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={`Drawing: ${props.title}`}>
        <Drawing {...props} fit={WIDE} />
        <Drawing {...props} fit={PHONE} />
      </div>
      <Disclosure summary="The same in words">
        <p>{props.text}</p>
      </Disclosure>
    </figure>
  );
}

function Drawing({ title, lanes, events, text, fit }: LanesProps & { fit: Fit }) {
  const id = useId();
  const { width, height, top, columns, marks } = layoutLanes(lanes, events, fit);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      viewBox={`0 0 ${width} ${height}`}
      className={fit === PHONE ? styles.phone : styles.wide}
      style={{ maxWidth: width, minWidth: fit === PHONE ? undefined : width * 0.9 }}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{text}</desc>
      <ArrowHead id={`${id}a`} />
      {columns.map((column) => (
        <g key={column.x}>
          <TextLines lines={column.name} x={column.x} y={16} step={18} className={styles.label} />
          <path d={`M${column.x} ${top}V${height}`} className={styles.lane} />
        </g>
      ))}
      {marks.map((mark) => (
        <Mark key={`${mark.type}${mark.y}`} mark={mark} arrow={`url(#${id}a)`} />
      ))}
    </svg>
  );
}

function Mark({ mark, arrow }: { mark: LaneMark; arrow: string }) {
  if (mark.type === 'note') {
    return (
      <g>
        <rect
          x={mark.x - mark.width / 2}
          y={mark.y}
          width={mark.width}
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
