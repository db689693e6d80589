/** A window may last to the end of the day, `24:00`; a clock shows that as the midnight which begins the next. */
const [END, MIDNIGHT] = ['24:00', '00:00'];

export const shownEnd = (to: string): string => (to === END ? MIDNIGHT : to);
export const endOf = (shown: string): string => (shown === MIDNIGHT ? END : shown);
