/** One deed over a screen: a sheet at its side, the whole window where there is no side. Its address is the caller's. */
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { buttonLook } from './button.js';
import styles from './sheet.module.css';
import { useStillBehind } from './use-still-behind.js';

interface Props {
  title: string;
  closeWord: string;
  onClose(): void;
  /** Where typing begins; else the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes back to; else to what opened it. */
  finalFocus?: () => HTMLElement | null;
  /** The one filled button, and what stands in its way. */
  foot: ReactNode;
  children: ReactNode;
}

export function Sheet({ title, closeWord, onClose, initialFocus, finalFocus, foot, children }: Props) {
  useStillBehind();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.veil} />
        <Dialog.Popup
          className={styles.sheet}
          initialFocus={initialFocus}
          finalFocus={finalFocus && (() => finalFocus() ?? true)}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title} render={<h1 />}>
              {title}
            </Dialog.Title>
            <Dialog.Close {...buttonLook()}>{closeWord}</Dialog.Close>
          </div>
          <div className={styles.body}>{children}</div>
          <div className={styles.foot}>{foot}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
