import type { RejectionsInsight } from '../api/shapes.js';
import styles from './look-back.module.css';
import { COLUMNS, FLOW_STAGE, TABLE } from './look-back.words.js';

const NUMBERS = ['reached', 'wentOn', 'rejected', 'withdrawn', 'open'] as const;

export function FlowTable({ stages }: { stages: RejectionsInsight['flow']['stages'] }) {
  return (
    // It is wider than a phone, and scrolls by itself there.
    <div className={styles.scrolls} role="region" aria-label={TABLE} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{COLUMNS.stage}</th>
            {NUMBERS.map((name) => (
              <th key={name} scope="col">
                {COLUMNS[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((row) => (
            <tr key={row.stage}>
              <th scope="row">{FLOW_STAGE[row.stage]}</th>
              {NUMBERS.map((name) => (
                <td key={name}>{row[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
