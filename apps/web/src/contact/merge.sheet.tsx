/** Another entry of the same person: which one, what goes over, and the one press. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { newKey } from '../api/new-key.js';
import { isProblem, sentenceOf } from '../api/problems.js';
import type { Contact } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Find } from '../look/find.js';
import { stillHaving } from '../look/has-words.policy.js';
import { LOOKING } from '../look/looking.words.js';
import { Sheet } from '../look/sheet.js';
import { useSettled } from '../look/use-settled.js';
import { contactQuery } from './contact.queries.js';
import { undoId } from './merge.policy.js';
import { mergePreviewQuery, othersQuery, useMerge } from './merge.queries.js';
import { CLOSE, JOIN, MERGE, MERGING, OTHER, OTHER_HINT, OTHER_NONE } from './merge.words.js';
import { whoIs } from './said.words.js';
import { WhatIsJoined } from './what-is-joined.js';
import styles from './merge.module.css';

/** It is looked for once the hands rest. */
const REST_MS = 200;

interface Props {
  id: string;
  onClose(): void;
}

export default function MergeSheet({ id, onClose }: Props) {
  const { data: stays } = useQuery(contactQuery(id));
  const [from, setFrom] = useState<Contact | null>(null);
  const [q, setQ] = useState('');
  const [key, setKey] = useState(newKey);
  const asked = useSettled(q.trim(), REST_MS);
  const { data: others, isPlaceholderData } = useQuery(othersQuery(id, asked));
  const isLooking = isPlaceholderData || asked !== q.trim();
  const { data: preview, error: untold } = useQuery(mergePreviewQuery(id, from?.id ?? null));
  const { merge } = useMerge(id);
  const first = useRef<HTMLInputElement>(null);
  const found = useMemo(() => (others ?? []).map(itemOf), [others]);
  const items = isLooking ? stillHaving(found, q) : found;
  const joined = useRef<string | null>(null);
  const join = (other: string) =>
    merge.mutate(
      { from: other, key },
      {
        onSuccess: () => {
          joined.current = other;
          onClose();
        },
      },
    );
  const choose = (chosen: string | null) => {
    merge.reset();
    setKey(newKey());
    setFrom((others ?? []).find((one) => one.id === chosen) ?? null);
  };
  // What it would not do is said in the place of what follows.
  const isRefused = isProblem(untold) && untold.status < 500;
  return (
    <Sheet
      title={JOIN}
      closeWord={CLOSE}
      onClose={onClose}
      initialFocus={first}
      finalFocus={() => undoOf(joined.current)}
      foot={
        <div className={styles.foot}>
          <Button
            weight="filled"
            disabled={from === null || merge.isPending || isRefused}
            onClick={() => from !== null && join(from.id)}
          >
            {merge.isPending ? MERGING : MERGE}
          </Button>
          {merge.error === null ? null : (
            <p role="alert" className={styles.beside}>
              {sentenceOf(merge.error)}
            </p>
          )}
        </div>
      }
    >
      <div className={styles.form}>
        <Find
          label={OTHER}
          hint={from === null ? OTHER_HINT : itemOf(from).about}
          none={isLooking ? LOOKING : OTHER_NONE}
          items={items}
          value={from === null ? null : itemOf(from)}
          onChange={(item) => choose(item?.id ?? null)}
          onType={setQ}
          inputRef={first}
        />
        <WhatIsJoined stays={stays} from={from} preview={preview} untold={untold} />
      </div>
    </Sheet>
  );
}

/** What was done stands at the foot of the page, with what takes it back. */
function undoOf(from: string | null): HTMLElement | null {
  const undo = from === null ? null : document.getElementById(undoId(from));
  undo?.scrollIntoView({ block: 'center' });
  return undo;
}

const itemOf = (contact: Pick<Contact, 'id' | 'name' | 'email' | 'role' | 'companyName'>) => ({
  id: contact.id,
  name: contact.name,
  about: [whoIs(contact), contact.email].filter((part) => part !== null).join(' · '),
});
