export const otherClock = (account: string, here: string) =>
  `Times here are on the clock of ${account}; this browser is on that of ${here}.`;
export const takeClock = (here: string) => `Take ${here}`;
export const LEAVE_IT = 'Leave it';
