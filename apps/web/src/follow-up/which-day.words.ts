export const OTHER_DAY = 'Another day';
