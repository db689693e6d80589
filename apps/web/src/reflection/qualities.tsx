/** What they asked for, line by line, and what of one's own stands beside it. */
import { useId } from 'react';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Section } from '../look/section.js';
import { pairsOf, placeOf, requirementsIn, withPair } from './pairs.policy.js';
import styles from './reflection.module.css';
import { ADD_PAIR, BRINGING, NO_REQUIREMENTS, QUALITIES, REQUIREMENT } from './reflection.words.js';
import type { Writing } from './writing.js';

interface Props extends Writing {
  /** Of the vacancy, as it was pasted. */
  requirements: string | null;
}

export function Qualities({ fields, change, problemAt, requirements }: Props) {
  const told = requirementsIn(requirements);
  const pairs = pairsOf(fields.pairs, told);
  const id = useId();
  return (
    <Section heading={QUALITIES}>
      <div className={styles.fields}>
        {pairs.length === 0 ? <p className={styles.quiet}>{NO_REQUIREMENTS}</p> : null}
        {pairs.map(({ requirement, mine }, at) => {
          const place = `/qualities/${placeOf(pairs, at)}`;
          const typed = (what: object) => change({ pairs: withPair(pairs, at, what) });
          const bring = {
            dir: 'auto',
            value: mine,
            onValueChange: (text: string) => typed({ mine: text }),
            problem: problemAt(`${place}/mine`),
          };
          return told.includes(requirement) ? (
            <Field key={`${id}${at}`} label={requirement} {...bring} />
          ) : (
            <div key={`${id}${at}`} className={styles.pair}>
              <Field
                label={REQUIREMENT}
                dir="auto"
                value={requirement}
                onValueChange={(text) => typed({ requirement: text })}
                problem={problemAt(`${place}/requirement`)}
              />
              <Field label={BRINGING} {...bring} />
            </div>
          );
        })}
        <div>
          <Button onClick={() => change({ pairs: [...pairs, { requirement: '', mine: '' }] })}>{ADD_PAIR}</Button>
        </div>
      </div>
    </Section>
  );
}
