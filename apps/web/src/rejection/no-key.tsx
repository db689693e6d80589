/** The key that opens the sheet, told and switched where it leads: a key alone must not surprise anybody. */
import { useSyncExternalStore } from 'react';
import { Button } from '../look/button.js';
import { isKeyOn, onKeySwitched, switchKey } from './key-switch.js';
import { KEY_IS_OFF, KEY_IS_ON, TURN_OFF, TURN_ON } from './rejection.words.js';
import styles from './rejection.module.css';

export function NoKey() {
  const isOn = useSyncExternalStore(onKeySwitched, isKeyOn);
  return (
    <p className={styles.left}>
      {isOn ? KEY_IS_ON : KEY_IS_OFF}
      <Button onClick={() => switchKey(!isOn)}>{isOn ? TURN_OFF : TURN_ON}</Button>
    </p>
  );
}
