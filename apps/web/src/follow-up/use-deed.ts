/** A deed that may stop or start steps: what would follow is asked for first, and where that is something, said before the press. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Preview, Problem } from '../api/shapes.js';
import { changesSomething } from './consequence.policy.js';

interface How<Deed, Answer> {
  foretell(deed: Deed): Promise<Preview>;
  act(deed: Deed): Promise<Answer>;
  /** Nothing takes it back: it asks, whatever follows. */
  isFinal?(deed: Deed): boolean;
  onDone?(answer: Answer, deed: Deed): void;
}

export function useDeed<Deed, Answer>({ foretell, act, isFinal = () => false, onDone }: How<Deed, Answer>) {
  const [asked, setAsked] = useState<{ deed: Deed; preview: Preview } | null>(null);
  const telling = useMutation<Preview, Problem, Deed>({ mutationFn: foretell });
  const doing = useMutation<Answer, Problem, Deed>({ mutationFn: act });
  const go = (deed: Deed) =>
    doing.mutate(deed, {
      onSuccess: (answer) => {
        setAsked(null);
        onDone?.(answer, deed);
      },
    });
  return {
    /** What is asked about, and what would follow from it. */
    asked,
    press: (deed: Deed) => {
      doing.reset();
      telling.mutate(deed, {
        onSuccess: (preview) => (isFinal(deed) || changesSomething(preview) ? setAsked({ deed, preview }) : go(deed)),
      });
    },
    go,
    leave: () => {
      doing.reset();
      setAsked(null);
    },
    isPending: telling.isPending || doing.isPending,
    problem: doing.error ?? telling.error,
  };
}
