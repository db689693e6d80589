/** What is typed is looked for once the hands rest; the address says it. */
import { useEffect, useRef, useState } from 'react';
import { Field } from '../../look/field.js';
import { FIND } from './list.words.js';

const REST_MS = 250;

interface Props {
  /** Of another list. */
  label?: string;
  q: string | undefined;
  onFind(q: string | undefined): void;
}

export function FindApplication({ label = FIND, q = '', onFind }: Props) {
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  const find = useRef(onFind);
  find.current = onFind;
  useEffect(() => {
    // A link or the way back asks for something else than was typed.
    if (q === asked.current) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    const words = typed.trim();
    if (words === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = words;
      find.current(words || undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return <Field label={label} type="search" value={typed} onValueChange={setTyped} />;
}
