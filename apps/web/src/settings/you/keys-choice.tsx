import { Link } from '@tanstack/react-router';
import { buttonLook } from '../../look/button.js';
import { switchKeys, useKeysOn } from '../../look/key-switch.js';
import { Section } from '../../look/section.js';
import { Toggle } from '../../look/toggle.js';
import styles from '../settings.module.css';
import { ALL_KEYS, KEYS, KEYS_OFF, KEYS_ON, KEYS_WORK } from '../settings.words.js';

export function KeysChoice() {
  const isOn = useKeysOn();
  return (
    <Section heading={KEYS}>
      <div className={styles.keys}>
        <Toggle isOn={isOn} onPress={() => switchKeys(!isOn)}>
          {KEYS_WORK}
        </Toggle>
        <Link to="." search={(shown) => ({ ...shown, keys: true })} resetScroll={false} {...buttonLook()}>
          {ALL_KEYS}
        </Link>
      </div>
      <p role="status" className={styles.quiet}>
        {isOn ? KEYS_ON : KEYS_OFF}
      </p>
    </Section>
  );
}
