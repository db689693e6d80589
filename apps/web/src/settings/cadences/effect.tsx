/** Before it is kept: what a change does to the next real step. */
import { isProblem } from '../../api/problems.js';
import type { SettingsPatch } from '../../api/shapes.js';
import { useYours } from '../../time/yours.js';
import styles from './cadences.module.css';
import { useForetold } from './cadences.queries.js';
import { AT_SENDING, EFFECT, effectOf, NOT_TOLD, NOTHING_MOVES } from './effect.words.js';

interface Props {
  patch: SettingsPatch | null;
  /** It is asked when a letter goes, and moves nothing beforehand. */
  isAtSending: boolean;
}

export function Effect({ patch, isAtSending }: Props) {
  const yours = useYours();
  const { data, error } = useForetold(patch);
  if (patch === null) return null;
  const sentences = data === undefined ? [] : effectOf(data, yours);
  return (
    <section aria-label={EFFECT} className={styles.effect} aria-live="polite">
      {data === undefined ? null : (
        <>
          {sentences.length === 0 ? <p>{isAtSending ? AT_SENDING : NOTHING_MOVES}</p> : null}
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {data.notices.map(({ code, text }) => (
            <p key={code}>{text}</p>
          ))}
        </>
      )}
      {/* What is refused is said beside its field. */}
      {error === null || isProblem(error) ? null : <p>{NOT_TOLD}</p>}
    </section>
  );
}
