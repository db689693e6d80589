/** Where it is, and what they ask for: folded until somebody wants it, or the API has something to say of it. */
import { type ComponentProps, useState } from 'react';
import { Field } from '../look/field.js';
import styles from './adding.module.css';
import type { Filled } from './adding.policy.js';
import { asOnPage, MORE, PLACE, REQUIREMENTS } from './adding.words.js';

interface Props {
  field(name: Filled): Pick<ComponentProps<typeof Field>, 'value' | 'onValueChange' | 'problem' | 'autoComplete'>;
  labelOf(name: Filled, label: string): string;
  /** A page said something of it. */
  isFilled: boolean;
}

export function MoreOfIt({ field, labelOf, isFilled }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [place, requirements] = [field('location'), field('requirements')];
  const isAtFault = place.problem !== undefined || requirements.problem !== undefined;
  return (
    <details className={styles.more} open={isOpen || isAtFault} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{isFilled ? asOnPage(MORE) : MORE}</summary>
      <div className={styles.folded}>
        <Field label={labelOf('location', PLACE)} {...place} />
        <Field label={labelOf('requirements', REQUIREMENTS)} render={<textarea dir="auto" />} {...requirements} />
      </div>
    </details>
  );
}
