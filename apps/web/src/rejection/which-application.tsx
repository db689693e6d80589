/** Which application they said no to: one that is here, found by its words, or a new one. */
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Application } from '../api/shapes.js';
import { at, STAGE as STAGES, withPerson } from '../application/application.words.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Find } from '../look/find.js';
import { stillHaving } from '../look/has-words.policy.js';
import { LOOKING } from '../look/looking.words.js';
import { NEW, type Typed } from './no.policy.js';
import { rejectableQuery } from './rejection.queries.js';
import {
  ADDRESS,
  ADDRESS_HINT,
  COMPANY,
  IS_HERE,
  JOB,
  NOT_HERE,
  WHICH,
  WHICH_HINT,
  WHICH_NONE,
  WHO,
  WHO_HINT,
} from './rejection.words.js';
import styles from './rejection.module.css';
import { useSettled } from '../look/use-settled.js';

/** It is looked for once the hands rest. */
const REST_MS = 200;

interface Props {
  typed: Typed;
  change(what: Partial<Typed>): void;
  /** The one that is chosen, once it is read. */
  chosen: Application | undefined;
  problemOf(field: keyof Typed): string | undefined;
  first: RefObject<HTMLInputElement | null>;
}

export function WhichApplication({ typed, change, chosen, problemOf, first }: Props) {
  const [q, setQ] = useState('');
  const asked = useSettled(q.trim(), REST_MS);
  const { data, isPlaceholderData } = useQuery(rejectableQuery(asked));
  const isLooking = isPlaceholderData || asked !== q.trim();
  const found = useMemo(() => (data ?? []).map(itemOf), [data]);
  const items = isLooking ? stillHaving(found, q) : found;
  const isEmpty = useQuery(rejectableQuery('')).data?.length === 0;
  const { application } = typed;
  const turnTo = (which: string) => {
    change({ application: which, stage: null });
    requestAnimationFrame(() => first.current?.focus());
  };
  useEffect(() => {
    if (isEmpty && application === '') turnTo(NEW);
  });
  if (application === NEW) {
    return (
      <>
        <NewApplication typed={typed} change={change} problemOf={problemOf} first={first} />
        {isEmpty ? null : (
          <div>
            <Button onClick={() => turnTo('')}>{IS_HERE}</Button>
          </div>
        )}
      </>
    );
  }
  const item = items.find(({ id }) => id === application);
  return (
    <div>
      <Find
        label={WHICH}
        hint={item?.about ?? WHICH_HINT}
        none={isLooking ? LOOKING : WHICH_NONE}
        items={items}
        value={item ?? (chosen === undefined ? null : itemOf(chosen))}
        onChange={(one) => change({ application: one?.id ?? '', stage: null })}
        onType={setQ}
        problem={problemOf('application')}
        inputRef={first}
      />
      <Button onClick={() => turnTo(NEW)}>{NOT_HERE}</Button>
    </div>
  );
}

type NewProps = Pick<Props, 'typed' | 'change' | 'problemOf' | 'first'>;

function NewApplication({ typed, change, problemOf, first }: NewProps) {
  return (
    <div className={styles.pair}>
      <Field
        ref={first}
        label={COMPANY}
        autoComplete="off"
        value={typed.companyName}
        onValueChange={(companyName) => change({ companyName })}
        problem={problemOf('companyName')}
      />
      <Field
        label={JOB}
        autoComplete="off"
        value={typed.title}
        onValueChange={(title) => change({ title })}
        problem={problemOf('title')}
      />
      <Field
        label={WHO}
        hint={WHO_HINT}
        autoComplete="off"
        value={typed.contactName}
        onValueChange={(contactName) => change({ contactName })}
        problem={problemOf('contactName')}
      />
      <Field
        label={ADDRESS}
        hint={ADDRESS_HINT}
        type="email"
        autoComplete="off"
        value={typed.contactEmail}
        onValueChange={(contactEmail) => change({ contactEmail })}
        problem={problemOf('contactEmail')}
      />
    </div>
  );
}

type Told = Pick<Application, 'id' | 'title' | 'companyName' | 'contactName' | 'stage'>;

const itemOf = ({ id, title, companyName, contactName, stage }: Told) => ({
  id,
  name: at(title, companyName),
  about: [contactName === null ? null : withPerson(contactName), STAGES[stage]]
    .filter((part) => part !== null)
    .join(' · '),
});
