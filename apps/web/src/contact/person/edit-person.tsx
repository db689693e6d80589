/** In place of what is known: what is changed of it. Nothing typed is lost to a refusal, a lost connection or somebody else. */
import { useEffect, useState } from 'react';
import { isProblem } from '../../api/problems.js';
import type { Contact } from '../../api/shapes.js';
import { useTouched } from '../../look/touched.js';
import { type Details, detailsOf } from './details.policy.js';
import { isOvertaken, useBeginning, useEdit } from './person.queries.js';
import { LEAVE, OVERTAKEN, SAVE, TRY_AGAIN } from './person.words.js';
import { PersonForm } from './person-form.js';

export function EditPerson({ contact, onLeave }: { contact: Contact; onLeave(): void }) {
  const { id } = contact;
  const form = useTouched<Details>(`person ${id}`, detailsOf(contact));
  const begin = useBeginning(id);
  const edit = useEdit(id);
  const [begun, setBegun] = useState<{ was: Details; tag: string | undefined } | null>(null);
  const hasTheirs = isOvertaken(edit.error);
  // Where nobody answers, what stands on the page is what was read.
  const read = () => begin().then(setBegun, () => setBegun({ was: detailsOf(contact), tag: undefined }));
  useEffect(() => void read(), [id]);
  // Once what somebody else said is known, the same press says it over theirs.
  useEffect(() => {
    if (!hasTheirs) return;
    setBegun(null);
    void read();
  }, [hasTheirs]);
  const leave = () => {
    form.empty();
    onLeave();
  };
  const save = () => {
    if (!form.isTouched) return leave();
    if (begun !== null) edit.mutate({ ...begun, touched: form.touched }, { onSuccess: leave });
  };
  const isLost = edit.isError && !isProblem(edit.error);
  return (
    <PersonForm
      shown={form.shown}
      touch={form.touch}
      isAsLeft={form.isAsLeft}
      isPending={edit.isPending}
      isReady={begun !== null}
      problem={hasTheirs ? null : edit.error}
      said={hasTheirs ? OVERTAKEN : undefined}
      save={isLost ? TRY_AGAIN : SAVE}
      leave={LEAVE}
      onSave={save}
      onLeave={leave}
    />
  );
}
