export const PRINT = 'Print';
