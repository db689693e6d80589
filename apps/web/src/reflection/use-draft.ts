/** A look back that is saved as one types: each save what changed alone, one after the other, and none over another window's words. */
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../api/problems.js';
import { useKept } from '../look/kept.js';
import {
  begun,
  conflictsOf,
  type Draft,
  type Fields,
  fieldsOf,
  isChanged,
  isNewer,
  keptAs,
  over,
} from './draft.policy.js';
import { type Tagged, useKeep, useReadAnew } from './reflection.queries.js';

/** The hands rest. */
const REST_MS = 700;
const AGAIN_MS = 5_000;

export function useDraft(id: string, read: Tagged) {
  const kept = useKept<Draft>(keptAs(id), () => begun(read.reflection, read.tag), isChanged);
  const latest = useRef(kept.value);
  const isSaving = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [theirs, setTheirs] = useState<Tagged | null>(null);
  const [hasSaved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keep = useKeep(id);
  const readAnew = useReadAnew(id);

  const put = (draft: Draft) => {
    latest.current = draft;
    kept.keep(draft);
    if (!isChanged(draft)) kept.forget();
  };
  const later = (milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), milliseconds);
  };
  /** What another window wrote goes beside what was written here; what both wrote waits for a word. */
  const meet = (now: Tagged): boolean => {
    const fields = fieldsOf(now.reflection);
    const { mine, was } = latest.current;
    if (conflictsOf(latest.current, fields).length > 0) {
      setTheirs(now);
      return false;
    }
    put({ mine: over(mine, was, fields), was: fields, tag: now.tag });
    return true;
  };
  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    const sent = latest.current;
    if (isSaving.current || !isChanged(sent)) return;
    isSaving.current = true;
    try {
      const { reflection, tag } = await keep.mutateAsync(sent);
      const was = fieldsOf(reflection);
      put({ mine: over(latest.current.mine, sent.mine, { ...was, pairs: sent.mine.pairs }), was, tag });
      setSaved(true);
      setError(null);
      isSaving.current = false;
      if (isChanged(latest.current)) later(REST_MS);
    } catch (failure) {
      isSaving.current = false;
      if (isProblem(failure) && failure.status === 412) {
        if (meet(await readAnew())) await save();
        return;
      }
      setError(failure);
      if (!isProblem(failure)) later(AGAIN_MS);
    }
  };
  const change = (what: Partial<Fields>, isPressed = false) => {
    put({ ...latest.current, mine: { ...latest.current.mine, ...what } });
    if (theirs === null) later(isPressed ? 0 : REST_MS);
  };
  /** Of what both wrote, mine or theirs stands; what one side alone wrote stands anyway. */
  const decide = (isMine: boolean) => {
    if (theirs === null) return;
    const was = fieldsOf(theirs.reflection);
    put({ mine: isMine ? over(latest.current.mine, latest.current.was, was) : was, was, tag: theirs.tag });
    setTheirs(null);
    later(0);
  };

  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    const { mine, was, tag } = latest.current;
    if (!isSaving.current && isNewer(read.tag, tag) && !isChanged({ mine, was })) put(begun(read.reflection, read.tag));
  });
  useEffect(() => {
    const leave = () => void saveNow.current();
    document.addEventListener('visibilitychange', leave);
    if (isChanged(latest.current)) leave();
    return () => {
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, []);
  const isUnsaved = isChanged(kept.value);
  return { fields: kept.value.mine, change, save, decide, theirs, error, hasSaved, isUnsaved, isAsLeft: kept.isAsLeft };
}
