/** A label, a control, what it is for, and what the API says is wrong with it. */
import { Field as Base } from '@base-ui/react/field';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import styles from './field.module.css';

interface Props extends Omit<ComponentProps<typeof Base.Control>, 'children' | 'render'> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in a sentence. */
  problem?: string | undefined;
  /** Another control than one line of text. */
  render?: ReactElement<Record<string, unknown>>;
}

export function Field({ label, hint, problem, render, ...control }: Props) {
  return (
    <Base.Root className={styles.field} invalid={problem !== undefined}>
      <Base.Label className={styles.label}>{label}</Base.Label>
      {hint === undefined ? null : <Base.Description className={styles.hint}>{hint}</Base.Description>}
      <Base.Control className={styles.control} render={render} {...control} />
      <Base.Error className={styles.problem} match={problem !== undefined}>
        {problem}
      </Base.Error>
    </Base.Root>
  );
}
