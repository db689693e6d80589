/** Somebody whom no application names: a peer, an adviser, whoever was met. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '../../api/problems.js';
import { newKey } from '../../api/new-key.js';
import { useTouched } from '../../look/touched.js';
import { paths } from '../../paths.js';
import { type Details, NOBODY_YET } from './details.policy.js';
import { useAdd } from './person.queries.js';
import { ADD, LEAVE_ADDING, TRY_AGAIN } from './person.words.js';
import { PersonForm } from './person-form.js';

export function AddPerson({ onLeave }: { onLeave(): void }) {
  const form = useTouched<Details>('person new', NOBODY_YET);
  const [key, setKey] = useState(newKey);
  const add = useAdd();
  const navigate = useNavigate();
  const touch = (what: Partial<Details>) => {
    // Other words are another person.
    setKey(newKey());
    form.touch(what);
  };
  const leave = () => {
    form.empty();
    onLeave();
  };
  const save = () =>
    add.mutate(
      { details: form.shown, key },
      {
        onSuccess: ({ id }) => {
          form.empty();
          void navigate({ to: paths.person(id) });
        },
      },
    );
  return (
    <PersonForm
      shown={form.shown}
      touch={touch}
      isAsLeft={form.isAsLeft}
      isPending={add.isPending}
      problem={add.error}
      save={add.isError && !isProblem(add.error) ? TRY_AGAIN : ADD}
      leave={LEAVE_ADDING}
      onSave={save}
      onLeave={leave}
    />
  );
}
