/** Their words, and beside them one's own reading. */
import { REASON_CATEGORIES } from '@app/contracts/words';
import type { Rejection } from '../api/shapes.js';
import { Field } from '../look/field.js';
import { Words } from '../look/said.js';
import { Section } from '../look/section.js';
import { REASONS } from '../rejection/rejection.words.js';
import styles from './reflection.module.css';
import { MINE_READING, MY_REASON, MY_WORDS, NO_WORDS, NOT_SAID, THEIRS, WHY_IT_WAS } from './reflection.words.js';
import type { Writing } from './writing.js';

interface Props extends Writing {
  theirs: Rejection['reason'];
}

export function Beside({ fields, change, problemAt, theirs }: Props) {
  return (
    <Section heading={WHY_IT_WAS}>
      <div className={styles.beside}>
        <div className={styles.fields}>
          <h3>{THEIRS}</h3>
          {theirs.category === null ? null : <p>{REASONS[theirs.category]}</p>}
          {theirs.words === null ? <p className={styles.quiet}>{NO_WORDS}</p> : <Words>{theirs.words}</Words>}
        </div>
        <div className={styles.fields}>
          <h3>{MINE_READING}</h3>
          <Field
            label={MY_REASON}
            render={
              <select>
                {(['', ...REASON_CATEGORIES] as const).map((category) => (
                  <option key={category} value={category}>
                    {category === '' ? NOT_SAID : REASONS[category]}
                  </option>
                ))}
              </select>
            }
            value={fields['reason.category']}
            onValueChange={(category) => change({ 'reason.category': category }, true)}
            problem={problemAt('/reason/category')}
          />
          <Field
            label={MY_WORDS}
            render={<textarea className={styles.writing} dir="auto" />}
            value={fields['reason.words']}
            onValueChange={(words) => change({ 'reason.words': words })}
            problem={problemAt('/reason/words')}
          />
        </div>
      </div>
    </Section>
  );
}
