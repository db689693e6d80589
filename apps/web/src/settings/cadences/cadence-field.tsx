/** One cadence: what stands in it, what it is for, what it is by default, and the way back to that. */
import { Button } from '../../look/button.js';
import { Field } from '../../look/field.js';
import { Pick as PickOne } from '../../look/pick.js';
import { Toggle } from '../../look/toggle.js';
import styles from './cadences.module.css';
import { type Cadence, type Raw, STAGES } from './cadences.policy.js';
import { hintOf, LABEL, STAGE, TO_DEFAULT, toDefaultOf } from './cadences.words.js';
import { SpanField } from './span-field.js';
import type { Span } from './span.policy.js';
import { SpanList } from './span-list.js';

interface Props {
  cadence: Cadence;
  raw: Raw;
  byNature: Raw;
  isDefault: boolean;
  isPending: boolean;
  problem?: string | undefined;
  onChange(raw: Raw): void;
}

export function CadenceField({ cadence, raw, byNature, isDefault, isPending, problem, onChange }: Props) {
  const label = LABEL[cadence.key];
  return (
    <div className={styles.cadence}>
      <Control {...{ cadence, raw, isPending, problem, onChange }} hint={hintOf(cadence, byNature)} />
      {isDefault ? null : (
        <div className={styles.verbs}>
          <Button aria-label={toDefaultOf(label)} disabled={isPending} onClick={() => onChange(byNature)}>
            {TO_DEFAULT}
          </Button>
        </div>
      )}
    </div>
  );
}

type Controlled = Pick<Props, 'cadence' | 'raw' | 'isPending' | 'problem' | 'onChange'> & { hint: string };

function Control({ cadence, raw, hint, isPending, problem, onChange }: Controlled) {
  const label = LABEL[cadence.key];
  switch (cadence.kind) {
    case 'span':
      return <SpanField {...{ label, hint, isPending, problem, onChange }} units={cadence.units} value={raw as Span} />;
    case 'spans':
      return (
        <SpanList {...{ label, hint, isPending, problem, onChange }} units={cadence.units} value={raw as Span[]} />
      );
    case 'switch':
      return (
        <>
          <Toggle isOn={raw === true} onPress={() => onChange(raw !== true)}>
            {label}
          </Toggle>
          <p className={styles.hint}>{hint}</p>
        </>
      );
    case 'stage':
      return (
        <>
          <PickOne
            legend={label}
            options={STAGES}
            words={STAGE}
            value={raw as (typeof STAGES)[number]}
            onChange={onChange}
            problem={problem}
          />
          <p className={styles.hint}>{hint}</p>
        </>
      );
    default:
      return (
        <Field
          {...{ label, hint, problem }}
          type={cadence.kind === 'time' ? 'time' : 'text'}
          inputMode={cadence.kind === 'time' ? undefined : 'numeric'}
          autoComplete="off"
          readOnly={isPending}
          value={raw as string}
          onValueChange={onChange}
        />
      );
  }
}
