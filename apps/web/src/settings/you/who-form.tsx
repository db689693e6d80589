import type { FormEvent } from 'react';
import { problemAt, problemElsewhere } from '../../api/problems.js';
import type { Me } from '../../api/shapes.js';
import { useNewSettings } from '../../live/new-settings.js';
import { Button } from '../../look/button.js';
import { Field } from '../../look/field.js';
import { Section } from '../../look/section.js';
import { useTouched } from '../../look/touched.js';
import { ZoneList } from '../../look/zone-list.js';
import { AsLeft } from '../as-left.js';
import { useNewMe } from './you.queries.js';
import styles from '../settings.module.css';
import {
  ADDRESS,
  ADDRESS_HINT,
  NAME,
  NAME_HINT,
  SAVE,
  SAVED,
  saveOf,
  WHO,
  ZONE,
  ZONE_HINT,
} from '../settings.words.js';

interface Props {
  me: Pick<Me, 'name' | 'email'>;
  timezone: string;
}

export function WhoForm({ me, timezone }: Props) {
  const now = { name: me.name ?? '', email: me.email ?? '', timezone };
  const { shown, touched, isTouched, isAsLeft, touch, empty } = useTouched('settings who', now);
  const keepMe = useNewMe();
  const keepZone = useNewSettings();
  const isPending = keepMe.isPending || keepZone.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { timezone: zone, ...who } = touched;
    const isMe = keepMe.mutateAsync({
      ...(who.name !== undefined && { name: who.name || null }),
      ...(who.email !== undefined && { email: who.email || null }),
    });
    const isZone = keepZone.mutateAsync(zone === undefined ? {} : { timezone: zone });
    // What is refused stays in the form, and says why.
    Promise.all([isMe, isZone]).then(empty, () => undefined);
  };
  const elsewhere =
    problemElsewhere(keepMe.error, ['/name', '/email']) ?? problemElsewhere(keepZone.error, ['/timezone']);
  return (
    <Section heading={WHO}>
      <form className={styles.form} onSubmit={submit}>
        {isAsLeft ? <AsLeft onEmpty={empty} /> : null}
        <Field
          label={NAME}
          hint={NAME_HINT}
          autoComplete="name"
          readOnly={isPending}
          value={shown.name}
          onValueChange={(name) => touch({ name })}
          problem={problemAt(keepMe.error, '/name')}
        />
        <Field
          label={ADDRESS}
          hint={ADDRESS_HINT}
          type="email"
          autoComplete="email"
          readOnly={isPending}
          value={shown.email}
          onValueChange={(email) => touch({ email })}
          problem={problemAt(keepMe.error, '/email')}
        />
        <Field
          label={ZONE}
          hint={ZONE_HINT}
          list="zones"
          readOnly={isPending}
          value={shown.timezone}
          onValueChange={(zone) => touch({ timezone: zone })}
          problem={problemAt(keepZone.error, '/timezone')}
        />
        <ZoneList id="zones" />
        {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
        <div className={styles.verbs}>
          <Button weight="outlined" type="submit" aria-label={saveOf(WHO)} disabled={isPending}>
            {SAVE}
          </Button>
          <p role="status">{keepMe.isSuccess && keepZone.isSuccess && !isTouched ? SAVED : null}</p>
        </div>
      </form>
    </Section>
  );
}
