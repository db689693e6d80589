/** The title of the window: what stands on the page, in words that others may see. */
import { useEffect } from 'react';

const NAME = 'Rekindle';

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${NAME}`;
  }, [title]);
}
