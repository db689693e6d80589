/** What is typed is looked for once the hands rest; the address says it. */
import { useEffect, useRef, useState } from 'react';
import { Field } from '../../look/field.js';
import { FIND } from './list.words.js';

const REST_MS = 250;

interface Props {
  q: string | undefined;
  onFind(q: string | undefined): void;
}

export function FindApplication({ q = '', onFind }: Props) {
  const [typed, setTyped] = useState(q);
  const find = useRef(onFind);
  find.current = onFind;
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => find.current(typed.trim() || undefined), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, q]);
  return <Field label={FIND} type="search" value={typed} onValueChange={setTyped} />;
}
