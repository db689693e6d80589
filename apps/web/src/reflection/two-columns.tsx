/** Did it suit me: two columns, and a word on each if one wants. */
import { SIDES, SUITED } from '@app/contracts/words';
import { Field } from '../look/field.js';
import { Section } from '../look/section.js';
import { Toggle } from '../look/toggle.js';
import type { Writing } from './writing.js';
import styles from './reflection.module.css';
import { COLUMNS, PART, SIDE, WHY } from './reflection.words.js';

export function TwoColumns({ fields, change, problemAt }: Writing) {
  return (
    <Section heading={COLUMNS}>
      <div className={styles.parts}>
        {SUITED.map((part) => {
          const [side, note] = [fields[`suits.${part}.side`], fields[`suits.${part}.note`]];
          return (
            <div key={part} className={styles.part} role="group" aria-label={PART[part]}>
              <p className={styles.name} aria-hidden="true">
                {PART[part]}
              </p>
              {SIDES.map((one) => (
                <Toggle
                  key={one}
                  isOn={side === one}
                  onPress={() => change({ [`suits.${part}.side`]: side === one ? '' : one }, true)}
                >
                  {SIDE[one]}
                </Toggle>
              ))}
              {side === '' && note === '' ? null : (
                <div className={styles.note}>
                  <Field
                    label={WHY(part)}
                    dir="auto"
                    value={note}
                    onValueChange={(typed) => change({ [`suits.${part}.note`]: typed })}
                    problem={problemAt(`/suits/${part}/note`)}
                  />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
}
