export const otherClock = (account: string, here: string) =>
  `Times here are on ${account} time; this browser is on ${here} time.`;
export const takeClock = (here: string) => `Use ${here} time`;
export const LEAVE_IT = 'Leave it';
