/** The form of an application that is added: what is typed and kept, what its page says, and the press. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { newKey } from '../api/new-key.js';
import { isProblem, isSignedOut, problemAt, problemElsewhere, sentenceOf } from '../api/problems.js';
import { useKept } from '../look/kept.js';
import { useSettled } from '../look/use-settled.js';
import { useYours } from '../time/yours.js';
import {
  addressIn,
  bodyOf,
  type Form,
  hasWords,
  POINTERS,
  takenOver,
  type Typed,
  typing,
  untouched,
} from './adding.policy.js';
import { alikeQuery, askedQuery, isOver, postingQuery, useAdd } from './adding.queries.js';
import { NO_ADDRESS, NOT_READ, whyUnread } from './adding.words.js';

/** Pasted, it is whole; typed, it is once the hands rest. */
const SETTLED_MS = 500;

interface Kept {
  form: Form;
  /** Of the intent: the same words pressed twice have one effect. */
  key: string;
}

export function useAdding(url: string, onAdded: (id: string) => void) {
  const { value, isAsLeft, keep, forget, empty } = useKept<Kept>(
    `add ${url}`,
    () => ({ form: untouched(url), key: newKey() }),
    ({ form }) => hasWords(form),
  );
  const { form, key } = value;
  const { typed } = form;
  const { timezone } = useYours();
  const [pasted, setPasted] = useState(url);
  const rested = useSettled(typed.url, SETTLED_MS);
  const isWhole = typed.url === rested || typed.url === pasted;
  const reading = useReading(isWhole ? addressIn(typed.url) : null);
  const press = useAdd(forget);
  const isDone = press.isPending || press.isSuccess;
  const { posting } = reading;
  useEffect(() => {
    // One that could not be read takes along what a former one said.
    if (isDone || posting === undefined || !isOver(posting) || posting.id === form.taken) return;
    keep({ form: takenOver(form, posting), key: newKey() });
  });
  const names = useMemo(
    () => ({ companyName: typed.companyName, title: typed.title }),
    [typed.companyName, typed.title],
  );
  const alike = useQuery(alikeQuery(useSettled(names, SETTLED_MS)));
  const byName = alike.data ? { ...alike.data, applicationId: alike.data.id } : undefined;

  const change = (what: Partial<Typed>) => {
    // What is on its way is what was pressed.
    if (isDone) return;
    keep({ form: typing(form, what), key: newKey() });
    press.reset();
  };
  const isNone = isWhole && typed.url.trim() !== '' && addressIn(typed.url) === null;
  const problemOf = (field: keyof Typed) =>
    field === 'url' && isNone ? NO_ADDRESS : problemAt(press.error, POINTERS[field]);
  return {
    typed,
    fromPage: form.fromPage,
    isAsLeft,
    empty,
    change,
    paste: setPasted,
    reading: { ...reading, said: isNone ? undefined : reading.said },
    recorded: isDone ? undefined : (posting?.recorded[0] ?? byName),
    problemOf,
    add: () => press.mutate({ body: bodyOf(form, timezone), key }, { onSuccess: ({ id }) => onAdded(id) }),
    press,
    isSignedOut: isSignedOut(press.error),
    /** Nobody answered the press. */
    isLost: press.isError && !isProblem(press.error),
    refused: problemElsewhere(press.error, Object.values(POINTERS)),
  };
}

/** Asked for once; then the stream says when its page was read. */
function useReading(address: string | null) {
  const asked = useQuery(askedQuery(address));
  const { data } = useQuery(postingQuery(asked.data));
  const posting = data ?? asked.data;
  const isUnderway = asked.isLoading || (posting !== undefined && !isOver(posting));
  const why = asked.isError
    ? (problemAt(asked.error, '/url') ?? sentenceOf(asked.error))
    : posting?.problem && whyUnread(posting.problem);
  return { posting, isUnderway, said: why ? `${why} ${NOT_READ}` : undefined };
}
