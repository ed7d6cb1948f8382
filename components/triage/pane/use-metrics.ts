'use client';

import { useEffect, useState, type RefObject } from 'react';
import type { Metrics } from '@/lib/view/heights';

const PROBE = 100;
const START: Metrics = { columns: 100, line: 22 };

/** How many characters fit on a row of the pane, and how high a row is; follows the width of the pane. */
export function useMetrics(scroller: RefObject<HTMLDivElement | null>, wrap: boolean): Metrics {
  const [metrics, setMetrics] = useState(START);
  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    const measure = () => {
      const style = getComputedStyle(pane);
      const probe = document.createElement('span');
      probe.textContent = '0'.repeat(PROBE);
      probe.style.cssText = `position: absolute; visibility: hidden; font: ${style.font}`;
      pane.append(probe);
      const { width, height } = probe.getBoundingClientRect();
      probe.remove();
      // Without a layout (a hidden pane) there is nothing to go by.
      if (width === 0) return;
      const gutter = 5 * Number.parseFloat(style.fontSize);
      const columns = wrap ? Math.max(10, Math.floor((pane.clientWidth - gutter) / (width / PROBE))) : 0;
      setMetrics((known) =>
        known.columns === columns && known.line === height ? known : { columns, line: height },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(pane);
    return () => observer.disconnect();
  }, [scroller, wrap]);
  return metrics;
}
