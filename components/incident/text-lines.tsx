/** Several lines of SVG text under each other. */
export function TextLines(props: {
  lines: string[];
  x: number;
  y: number;
  step: number;
  anchor?: 'middle' | 'start';
  className?: string | undefined;
}) {
  if (props.lines.length === 0) return null;
  return (
    <text textAnchor={props.anchor ?? 'middle'} className={props.className}>
      {props.lines.map((line, index) => (
        <tspan key={index} x={props.x} y={props.y + index * props.step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
