/** Where an application can go from where it stands, one by one; what is not offered is said. */
import { Menu } from '@base-ui/react/menu';
import type { Application } from '../../api/shapes.js';
import { canBeRejected } from '../application.policy.js';
import { RECORD_NO } from '../application.words.js';
import { type Move, movesOf } from '../moves.policy.js';
import { moveWord } from '../moves.words.js';
import { goesTo, WHY } from './board.words.js';
import styles from './stage-menu.module.css';

/** As the window leaves room for it. */
const HIGH = { maxBlockSize: 'min(var(--tall), var(--available-height))' };

interface Props {
  application: Application;
  /** Where it was opened, and where the focus goes back to. */
  button: HTMLElement;
  onMove(to: Move): void;
  onNo(): void;
  onClose(): void;
}

export function StageMenu({ application, button, onMove, onNo, onClose }: Props) {
  const { stage, title, companyName } = application;
  const { first, others } = movesOf(application);
  // Another interview is one with a moment: its page asks for it.
  const moves = [first, ...others].filter((to) => to !== null && to !== stage) as Move[];
  const name = goesTo(title, companyName);
  return (
    <Menu.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Menu.Portal container={document.getElementById('main')}>
        <Menu.Positioner anchor={button} side="bottom" align="start" className={styles.place}>
          <Menu.Popup className={styles.menu} style={HIGH} aria-label={name} finalFocus={() => button}>
            <Menu.Group>
              <Menu.GroupLabel className={styles.why}>
                {stage === 'rejected' ? WHY.further_than_the_no : WHY.one_back}
              </Menu.GroupLabel>
              {moves.map((to) => (
                <Menu.Item key={to} className={styles.item} onClick={() => onMove(to)}>
                  {moveWord(stage, to)}
                </Menu.Item>
              ))}
              {canBeRejected(application) ? (
                <Menu.Item className={styles.item} onClick={onNo}>
                  {RECORD_NO}
                </Menu.Item>
              ) : null}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
