import { useEffect } from 'react';

/** For what lies over the page: nothing behind it can be reached, by whatever means; ended before the focus goes back. */
export function useStillBehind(): void {
  useEffect(() => {
    const behind = document.getElementById('app')!;
    behind.inert = true;
    return () => {
      behind.inert = false;
    };
  }, []);
}
