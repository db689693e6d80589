/** The form of a no: what is typed and kept, what the API says of it before the press, and the press. */
import { REJECTABLE_STAGES, type RejectableStage } from '@app/contracts/words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { newKey } from '../api/new-key.js';
import { isProblem, isSignedOut, problemAt, problemElsewhere } from '../api/problems.js';
import type { Preview } from '../api/shapes.js';
import { canBeRejected } from '../application/application.policy.js';
import { useKept } from '../look/kept.js';
import { useYours } from '../time/yours.js';
import { askedOf, canBeForetold, hasWords, NEW, pointersOf, type Typed, untouched } from './no.policy.js';
import { previewQuery, readQuery, useSayNo } from './rejection.queries.js';
import { WHICH_DECIDED, WHICH_MISSING } from './rejection.words.js';
import { useSettled } from '../look/use-settled.js';

const SETTLED_MS = 350;

interface Kept {
  typed: Typed;
  /** Of the intent: the same words pressed twice have one effect. */
  key: string;
}

export function useNo(application: string, onSaid: (applicationId: string) => void) {
  const { value, isAsLeft, keep, forget, empty } = useKept<Kept>(
    `they-said-no ${application}`,
    () => ({ typed: untouched(application), key: newKey() }),
    ({ typed }) => hasWords(typed),
  );
  const { typed, key } = value;
  const { timezone } = useYours();
  const isKnown = typed.application !== '' && typed.application !== NEW;
  const read = useQuery({ ...readQuery(typed.application), enabled: isKnown });
  const asked = useMemo(() => askedOf(typed, timezone), [typed, timezone]);
  const tag = isKnown ? read.data?.tag : undefined;
  const isReady = !isKnown || read.data !== undefined;
  const now = useMemo(() => ({ asked, tag }), [asked, tag]);
  const settled = useSettled(now, SETTLED_MS);
  const press = useSayNo(forget);
  const isSaid = press.isPending || press.isSuccess;
  const isDecided = isKnown && !isSaid && read.data !== undefined && !canBeRejected(read.data.application);
  const isAsked = canBeForetold(asked) && !isDecided;
  const preview = useQuery({
    ...previewQuery(settled, isReady && isAsked && settled === now && !isSaid),
    placeholderData: keepPreviousData,
  });

  const change = (what: Partial<Typed>) => {
    // What is on its way is what was pressed.
    if (isSaid) return;
    keep({ typed: { ...typed, ...what }, key: newKey() });
    press.reset();
  };
  const isCurrent = settled === now && !preview.isPlaceholderData;
  const say = () => {
    if (asked === null) return setMissing(true);
    press.mutate(
      { asked, tag, key, foretold: isCurrent ? previewOf(preview.data) : undefined },
      { onSuccess: ({ id }) => onSaid(id) },
    );
  };
  const [isMissing, setMissing] = useState(false);

  const error = press.error ?? (isCurrent ? preview.error : null);
  const pointers = pointersOf(typed.application);
  const problemOf = (field: keyof Typed): string | undefined => {
    if (field === 'application' && isDecided) return WHICH_DECIDED;
    if (field === 'application') return isMissing && asked === null ? WHICH_MISSING : undefined;
    const pointer = pointers[field];
    return pointer === undefined ? undefined : problemAt(error, pointer);
  };
  const elsewhere = problemElsewhere(error, Object.values(pointers));
  const isUnanswered = press.isError && !isProblem(press.error);
  return {
    typed,
    change,
    say,
    press,
    problemOf,
    isAsLeft,
    isAsked,
    empty,
    chosen: isKnown ? read.data?.application : undefined,
    stage: typed.stage ?? stageOf(typed.application === NEW ? 'applied' : read.data?.application.stage),
    preview: preview.isError ? undefined : previewOf(preview.data),
    isSilent: preview.isError && !isProblem(preview.error),
    isSignedOut: isSignedOut(press.error) || isSignedOut(preview.error),
    /** Nobody answered the press. */
    isLost: isUnanswered,
    /** What stands at no field; that nobody foretells is said in its place. */
    refused: press.isError || isProblem(error) ? elsewhere : undefined,
  };
}

const previewOf = (data: object | undefined) =>
  data !== undefined && 'starts' in data ? (data as Preview) : undefined;

const stageOf = (stage: string | undefined): RejectableStage | null =>
  REJECTABLE_STAGES.find((one) => one === stage) ?? null;
