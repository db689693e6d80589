/** Every key there is, and the switch for all of them: a key alone must not surprise anybody. */
import { Fragment } from 'react';
import { Button } from '../../look/button.js';
import { switchKeys, useKeysOn } from '../../look/key-switch.js';
import { Sheet } from '../../look/sheet.js';
import { ROOMS } from '../rooms.js';
import { isApple } from './platform.js';
import { CLOSE, COMMAND, groupsOf, OFF, ON, TITLE, TURN_OFF, TURN_ON } from './keys.words.js';
import styles from './keys.module.css';

export default function KeysSheet({ onClose }: { onClose(): void }) {
  const isOn = useKeysOn();
  return (
    <Sheet
      title={TITLE}
      closeWord={CLOSE}
      onClose={onClose}
      foot={
        <Button weight="outlined" onClick={() => switchKeys(!isOn)}>
          {isOn ? TURN_OFF : TURN_ON}
        </Button>
      }
    >
      <p role="status" className={styles.state}>
        {isOn ? ON : OFF}
      </p>
      {/* It is longer than a window: by keyboard it is scrolled once it has the focus. */}
      <div className={styles.groups} role="group" aria-label={TITLE} tabIndex={0}>
        {groupsOf(isApple() ? COMMAND.apple : COMMAND.other, ROOMS).map(({ heading, keys }) => (
          <section key={heading}>
            <h2 className={styles.heading}>{heading}</h2>
            <dl>
              {keys.map(({ press, does }) => (
                <div key={does} className={styles.key}>
                  <dt>
                    {press.map((one, index) => (
                      <Fragment key={one}>
                        {index === 0 ? null : ' '}
                        <kbd>{one}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
