/** The questions, in the order in which one answers them; each may be left alone. */
import { IS_MINE, type IsMine, MINE } from '@app/contracts/words';
import { problemAt } from '../api/problems.js';
import type { Application, Rejection } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Pick } from '../look/pick.js';
import { Section } from '../look/section.js';
import { Beside } from './beside.js';
import { Qualities } from './qualities.js';
import type { Tagged } from './reflection.queries.js';
import styles from './reflection.module.css';
import {
  ANSWER,
  ANSWERED,
  ASKED,
  HAPPENED,
  IS_IT_MINE,
  KEEP_MINE,
  MEANWHILE,
  MINE_OF,
  TAKE_THEIRS,
  WOULD_CHANGE,
  WOULD_CHANGE_HINT,
} from './reflection.words.js';
import { Settling } from './settling.js';
import { TwoColumns } from './two-columns.js';
import { useDraft } from './use-draft.js';

interface Props {
  application: Pick<Application, 'id' | 'requirements'>;
  rejection: Pick<Rejection, 'reason'>;
  read: Tagged;
}

const HAPPENINGS = [
  { field: 'asked', label: ASKED, hint: undefined },
  { field: 'answered', label: ANSWERED, hint: undefined },
  { field: 'wouldChange', label: WOULD_CHANGE, hint: WOULD_CHANGE_HINT },
] as const;

export function ReflectionForm({ application, rejection, read }: Props) {
  const { theirs, decide, ...draft } = useDraft(application.id, read);
  const { fields, change } = draft;
  const writing = { fields, change, problemAt: (pointer: string) => problemAt(draft.error, pointer) };
  return (
    <>
      <Settling reflection={read.reflection} {...draft} />
      {theirs === null ? null : (
        <div role="alert" className={styles.meanwhile}>
          <p>{MEANWHILE}</p>
          <div className={styles.verbs}>
            <Button onClick={() => decide(true)}>{KEEP_MINE}</Button>
            <Button onClick={() => decide(false)}>{TAKE_THEIRS}</Button>
          </div>
        </div>
      )}
      <div className={styles.form} onBlur={() => void draft.save()}>
        <Section heading={HAPPENED}>
          <div className={styles.fields}>
            {HAPPENINGS.map(({ field, label, hint }) => (
              <Field
                key={field}
                label={label}
                hint={hint}
                render={<textarea className={styles.writing} dir="auto" />}
                value={fields[field]}
                onValueChange={(text) => change({ [field]: text })}
                problem={writing.problemAt(`/${field}`)}
              />
            ))}
          </div>
        </Section>
        <TwoColumns {...writing} />
        <Section heading={IS_IT_MINE}>
          <div className={styles.picks}>
            {MINE.map((part) => (
              <Pick
                key={part}
                legend={MINE_OF[part]}
                options={IS_MINE}
                words={ANSWER}
                value={(fields[`isMine.${part}`] || null) as IsMine | null}
                onChange={(answer) => change({ [`isMine.${part}`]: answer }, true)}
              />
            ))}
          </div>
        </Section>
        <Qualities {...writing} requirements={application.requirements} />
        <Beside {...writing} theirs={rejection.reason} />
      </div>
    </>
  );
}
