import { useId } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { ArrowHead } from './arrow-head';
import {
  BOX_WIDTH,
  layoutFlow,
  layoutPhoneFlow,
  LINE,
  NOTE_LINE,
  type FlowArrow,
  type FlowLayout,
  type FlowNode,
} from './flow-layout';
import { TextLines } from './text-lines';
import styles from './diagram.module.css';

interface FlowProps {
  title: string;
  nodes: FlowNode[];
  arrows: FlowArrow[];
  text: string;
}

/** Boxes and arrows, drawn from data, in one column on a phone where that fits. `text` says the same in words. */
export function Flow(props: FlowProps) {
  const phone = layoutPhoneFlow(props.nodes, props.arrows);
  return (
    <figure className={styles.figure}>
      <figcaption>{props.title}</figcaption>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={`Drawing: ${props.title}`}>
        <Drawing
          {...props}
          layout={layoutFlow(props.nodes, props.arrows)}
          className={phone ? styles.wide : undefined}
        />
        {phone && <Drawing {...props} layout={phone} className={styles.phone} />}
      </div>
      <Disclosure summary="The same in words">
        <p>{props.text}</p>
      </Disclosure>
    </figure>
  );
}

function Drawing(props: FlowProps & { layout: FlowLayout; className: string | undefined }) {
  const id = useId();
  const { width, height, boxes, paths } = props.layout;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      viewBox={`0 0 ${width} ${height}`}
      className={props.className}
      style={{ maxWidth: width, minWidth: Math.min(width, Math.max(width * 0.78, 320)) }}
    >
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.text}</desc>
      <ArrowHead id={`${id}a`} />
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
  );
}
