/** The flow, drawn: what came how far, and where the rest went. The table below it says the same to everybody. */
import type { RejectionsInsight } from '../api/shapes.js';
import { drawnFlow, WIDTH } from './flow-layout.policy.js';
import styles from './look-back.module.css';
import { FLOW_END, FLOW_STAGE, PICTURE } from './look-back.words.js';

export function FlowFigure({ stages }: { stages: RejectionsInsight['flow']['stages'] }) {
  const drawn = drawnFlow(stages);
  return (
    <svg className={styles.figure} viewBox={`0 0 ${WIDTH} ${drawn.height}`} role="img" aria-label={PICTURE}>
      {drawn.bands.map((path) => (
        <path key={path} d={path} className={styles.band} />
      ))}
      {drawn.stages.map(({ stage, x, y, height, applications }) => (
        <g key={stage} aria-hidden="true">
          <rect x={x} y={y} width={drawn.node} height={height} className={styles.node} />
          <text x={x} y={y} dy="-1.6em" className={styles.stage}>
            {FLOW_STAGE[stage]}
          </text>
          <text x={x} y={y} dy="-0.4em" className={styles.count}>
            {applications}
          </text>
        </g>
      ))}
      {drawn.ends.map(({ end, stage, x, y, height, applications }) => (
        <g key={`${stage} ${end}`} aria-hidden="true">
          <rect x={x} y={y} width={drawn.node} height={height} className={styles.node} data-end={end} />
          <text x={x} y={y} dx="1em" dy="0.9em" className={styles.count}>
            {applications} {FLOW_END[end]}
          </text>
        </g>
      ))}
    </svg>
  );
}
