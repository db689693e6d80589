/** One filled button a screen; other verbs are words, quiet where they put off or stop. A link looks like one with `buttonLook`. */
import type { ComponentProps, MouseEvent } from 'react';
import styles from './button.module.css';
import { type ShortcutKey, useShortcut } from './shortcut.js';

export type ButtonWeight = 'filled' | 'outlined' | 'word' | 'quiet';

interface Props extends ComponentProps<'button'> {
  weight?: ButtonWeight;
  shortcut?: ShortcutKey | undefined;
}

export const buttonLook = (weight: ButtonWeight = 'word') => ({ className: styles.button, 'data-weight': weight });

/** Off, it keeps the focus: whoever came by keyboard stays where they are. */
export function Button({ weight, type = 'button', disabled = false, shortcut, onClick, ...rest }: Props) {
  const keyed = useShortcut();
  return (
    <button
      type={type}
      aria-disabled={disabled || undefined}
      onClick={disabled ? refuse : onClick}
      {...buttonLook(weight)}
      {...keyed(shortcut)}
      {...rest}
    />
  );
}

const refuse = (event: MouseEvent) => event.preventDefault();
