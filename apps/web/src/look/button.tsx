/** One filled button a screen; other verbs are words. A link looks like one with `buttonLook`. */
import type { ComponentProps } from 'react';
import styles from './button.module.css';

export type ButtonWeight = 'filled' | 'outlined' | 'word';

interface Props extends ComponentProps<'button'> {
  weight?: ButtonWeight;
}

export const buttonLook = (weight: ButtonWeight = 'word') => ({ className: styles.button, 'data-weight': weight });

export function Button({ weight, type = 'button', ...rest }: Props) {
  return <button type={type} {...buttonLook(weight)} {...rest} />;
}
