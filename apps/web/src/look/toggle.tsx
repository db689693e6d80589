/** On or off, by one press; how it stands is read out, and seen without a colour. */
import type { ReactNode } from 'react';
import styles from './toggle.module.css';

interface Props {
  isOn: boolean;
  onPress(): void;
  children: ReactNode;
}

export function Toggle({ isOn, onPress, children }: Props) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  );
}
