/** Figures with what they are out of, as words. */
import type { RejectionsInsight } from '../api/shapes.js';
import { REASONS } from '../rejection/rejection.words.js';
import styles from './look-back.module.css';
import { FLOW_STAGE, lower, NONE_NAMED, OUT_OF, pairOf, TOO_FEW } from './look-back.words.js';

interface Share {
  name: string;
  count: number;
}

interface Props {
  heading: string;
  of: number;
  conclusive: boolean;
  shares: readonly Share[];
}

export function Shares({ heading, of, conclusive, shares }: Props) {
  return (
    <section className={styles.shares}>
      <h3>{heading}</h3>
      <dl>
        {shares
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <div key={name} className={styles.share}>
              <dt>{name}</dt>
              <dd>{OUT_OF(count, of)}</dd>
            </div>
          ))}
      </dl>
      {conclusive ? null : <p className={styles.quiet}>{TOO_FEW}</p>}
    </section>
  );
}

type ByStage = RejectionsInsight['byStage'];
export const stageShares = ({ rows }: Pick<ByStage, 'rows'>): Share[] =>
  rows.map(({ stage, rejections }) => ({ name: FLOW_STAGE[stage], count: rejections }));

type ByReason = RejectionsInsight['streak']['byReason'];
export const reasonShares = ({ rows }: Pick<ByReason, 'rows'>): Share[] =>
  rows.map(({ theirs, mine, rejections }) => ({
    name: pairOf(theirs === null ? NONE_NAMED : REASONS[theirs], mine === null ? null : lower(REASONS[mine])),
    count: rejections,
  }));
