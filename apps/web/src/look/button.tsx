/** One filled button a screen; other verbs are words. A link looks like one with `buttonLook`. */
import type { ComponentProps, MouseEvent } from 'react';
import styles from './button.module.css';

export type ButtonWeight = 'filled' | 'outlined' | 'word';

interface Props extends ComponentProps<'button'> {
  weight?: ButtonWeight;
}

export const buttonLook = (weight: ButtonWeight = 'word') => ({ className: styles.button, 'data-weight': weight });

/** Off, it keeps the focus: whoever came by keyboard stays where they are. */
export function Button({ weight, type = 'button', disabled = false, onClick, ...rest }: Props) {
  return (
    <button
      type={type}
      aria-disabled={disabled || undefined}
      onClick={disabled ? refuse : onClick}
      {...buttonLook(weight)}
      {...rest}
    />
  );
}

const refuse = (event: MouseEvent) => event.preventDefault();
