/** One deed over a screen: a sheet at its side, the whole page where there is no side. Closing it is the caller's address. */
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { buttonLook } from './button.js';
import styles from './sheet.module.css';

interface Props {
  title: string;
  closeWord: string;
  onClose(): void;
  /** Where typing begins; else the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

export function Sheet({ title, closeWord, onClose, initialFocus, children }: Props) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.veil} />
        <Dialog.Popup className={styles.sheet} initialFocus={initialFocus}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close {...buttonLook()}>{closeWord}</Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
