/** The flow, drawn: what came how far, and where the rest went. The table below it says the same to everybody. */
import type { RejectionsInsight } from '../api/shapes.js';
import { drawnFlow, WIDTH } from './flow-layout.policy.js';
import styles from './look-back.module.css';
import { FLOW_END, FLOW_STAGE, PICTURE } from './look-back.words.js';

export function FlowFigure({ stages }: { stages: RejectionsInsight['flow']['stages'] }) {
  const drawn = drawnFlow(stages);
  return (
    <div className={styles.figure} role="img" aria-label={PICTURE}>
      <div className={styles.columns}>
        {drawn.stages.map(({ stage, applications }) => (
          <p key={stage}>
            {FLOW_STAGE[stage]} {applications}
          </p>
        ))}
      </div>
      <svg className={styles.drawn} viewBox={`0 0 ${WIDTH} ${drawn.height}`} aria-hidden="true">
        {drawn.bands.map((path) => (
          <path key={path} d={path} className={styles.band} />
        ))}
        {[...drawn.stages, ...drawn.ends].map(({ x, y, height }) => (
          <rect key={`${x} ${y}`} x={x} y={y} width={drawn.node} height={height} className={styles.node} />
        ))}
      </svg>
      <div className={styles.columns}>
        {drawn.stages.map(({ stage }) => (
          <div key={stage}>
            {drawn.ends
              .filter((one) => one.stage === stage)
              .map(({ end, applications }) => (
                <p key={end} className={styles.quiet}>
                  {applications} {FLOW_END[end]}
                </p>
              ))}
          </div>
        ))}
      </div>
    </div>
  );
}
