export const LOOKING = 'Looking…';
