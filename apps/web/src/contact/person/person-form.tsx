/** What is told of somebody by hand. */
import { CONTACT_ROLES } from '@app/contracts/words';
import { type FormEvent, useEffect, useRef } from 'react';
import { problemAt, problemElsewhere } from '../../api/problems.js';
import type { Problem } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { Choice } from '../../look/choice.js';
import { Field } from '../../look/field.js';
import { ZoneList } from '../../look/zone-list.js';
import { ROLE } from '../contact.words.js';
import { type Details, FIELDS } from './details.policy.js';
import styles from './person.module.css';
import { AS_LEFT, COUNTRY_HINT, FORM, GREETING_HINT, ZONE_HINT } from './person.words.js';

interface Props {
  shown: Details;
  touch(what: Partial<Details>): void;
  isAsLeft: boolean;
  isPending: boolean;
  /** It is known what it would be put over. */
  isReady?: boolean;
  problem: Problem | null;
  /** Said in place of what the API says of the whole of it. */
  said?: string | undefined;
  save: string;
  leave: string;
  onSave(): void;
  onLeave(): void;
}

const POINTERS = FIELDS.map((field) => `/${field}`);
const LINES = ['name', 'email', 'companyName', 'timezone', 'country', 'greeting'] as const;
const HINT: Partial<Record<keyof Details, string>> = {
  timezone: ZONE_HINT,
  country: COUNTRY_HINT,
  greeting: GREETING_HINT,
};

export function PersonForm({
  shown,
  touch,
  isAsLeft,
  isPending,
  isReady = true,
  problem,
  said,
  save,
  leave,
  onSave,
  onLeave,
}: Props) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  const elsewhere = said ?? problemElsewhere(problem, POINTERS);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {isAsLeft ? <p className={styles.quiet}>{AS_LEFT}</p> : null}
      <div className={styles.pair}>
        {LINES.map((field) => (
          <Field
            key={field}
            ref={field === 'name' ? first : undefined}
            label={FORM[field]}
            hint={HINT[field]}
            type={field === 'email' ? 'email' : 'text'}
            list={field === 'timezone' ? 'zones' : undefined}
            autoComplete="off"
            readOnly={isPending}
            value={shown[field]}
            onValueChange={(value) => touch({ [field]: value })}
            problem={problemAt(problem, `/${field}`)}
          />
        ))}
      </div>
      <ZoneList id="zones" />
      <Choice
        legend={FORM.role}
        options={CONTACT_ROLES.map((role) => ({ value: role, label: ROLE[role] }))}
        value={shown.role}
        onChange={(role) => touch({ role })}
      />
      <Field
        label={FORM.notes}
        render={<textarea dir="auto" />}
        readOnly={isPending}
        value={shown.notes}
        onValueChange={(notes) => touch({ notes })}
        problem={problemAt(problem, '/notes')}
      />
      {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
      <div className={styles.verbs}>
        <Button weight="outlined" type="submit" disabled={isPending || !isReady}>
          {save}
        </Button>
        <Button shortcut="Escape" onClick={onLeave}>
          {leave}
        </Button>
      </div>
    </form>
  );
}
