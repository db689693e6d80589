/** What an endpoint hears of: everything, or what is chosen of it. */
import { Choice } from '../../look/choice.js';
import { Toggle } from '../../look/toggle.js';
import { EVENTS_OF, type EventType, SUBJECT } from './event-types.words.js';
import { EVERYTHING, EVERYTHING_HINT, HEARS, NONE_CHOSEN, SOME } from './webhooks.words.js';
import { EVENT_WORDS } from './webhooks.queries.js';
import styles from './webhooks.module.css';

const WAYS = [
  { value: 'all', label: EVERYTHING, hint: EVERYTHING_HINT },
  { value: 'some', label: SOME },
] as const;

interface Props {
  /** Null: everything. */
  chosen: readonly EventType[] | null;
  onChange(chosen: EventType[] | null): void;
}

export function EventChoice({ chosen, onChange }: Props) {
  const press = (type: EventType) =>
    onChange(chosen!.includes(type) ? chosen!.filter((one) => one !== type) : [...chosen!, type]);
  return (
    <>
      <Choice
        legend={HEARS}
        options={WAYS}
        value={chosen === null ? 'all' : 'some'}
        onChange={(way) => onChange(way === 'all' ? null : [])}
      />
      {chosen === null ? null : (
        <div className={styles.events}>
          {EVENTS_OF.map(({ subject, types }) => (
            <div key={subject} role="group" aria-label={SUBJECT[subject]}>
              <h3 className={styles.subject}>{SUBJECT[subject]}</h3>
              <div className={styles.types}>
                {types.map((type) => (
                  <Toggle key={type} isOn={chosen.includes(type)} onPress={() => press(type)}>
                    {EVENT_WORDS[type]}
                  </Toggle>
                ))}
              </div>
            </div>
          ))}
          {chosen.length === 0 ? <p>{NONE_CHOSEN}</p> : null}
        </div>
      )}
    </>
  );
}
