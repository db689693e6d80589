import type { FormEvent } from 'react';
import { problemAt, problemElsewhere } from '../api/problems.js';
import type { Me } from '../api/shapes.js';
import { useNewSettings } from '../live/new-settings.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { useKept } from '../look/kept.js';
import { Section } from '../look/section.js';
import { ZoneList } from '../look/zone-list.js';
import { AsLeft } from './as-left.js';
import { useNewMe } from './settings.queries.js';
import styles from './settings.module.css';
import { ADDRESS, ADDRESS_HINT, NAME, NAME_HINT, SAVE, SAVED, saveOf, WHO, ZONE, ZONE_HINT } from './settings.words.js';

interface Props {
  me: Pick<Me, 'name' | 'email'>;
  timezone: string;
}

export function WhoForm({ me, timezone }: Props) {
  const untouched = () => ({ name: me.name ?? '', email: me.email ?? '', timezone });
  const { value: who, isAsLeft, keep: setWho, forget, empty } = useKept('settings who', untouched, () => true);
  const keepMe = useNewMe();
  const keepZone = useNewSettings();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMe = keepMe.mutateAsync({ name: who.name || null, email: who.email || null });
    const isZone = keepZone.mutateAsync({ timezone: who.timezone });
    // What is refused stands in the form.
    Promise.all([isMe, isZone]).then(forget, () => undefined);
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
          value={who.name}
          onValueChange={(name) => setWho({ ...who, name })}
          problem={problemAt(keepMe.error, '/name')}
        />
        <Field
          label={ADDRESS}
          hint={ADDRESS_HINT}
          type="email"
          autoComplete="email"
          value={who.email}
          onValueChange={(email) => setWho({ ...who, email })}
          problem={problemAt(keepMe.error, '/email')}
        />
        <Field
          label={ZONE}
          hint={ZONE_HINT}
          list="zones"
          value={who.timezone}
          onValueChange={(zone) => setWho({ ...who, timezone: zone })}
          problem={problemAt(keepZone.error, '/timezone')}
        />
        <ZoneList id="zones" />
        {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
        <div className={styles.verbs}>
          <Button
            weight="outlined"
            type="submit"
            aria-label={saveOf(WHO)}
            disabled={keepMe.isPending || keepZone.isPending}
          >
            {SAVE}
          </Button>
          <p role="status">{keepMe.isSuccess && keepZone.isSuccess ? SAVED : null}</p>
        </div>
      </form>
    </Section>
  );
}
