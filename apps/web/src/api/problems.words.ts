export const NOT_REACHED = 'Rekindle does not answer. What you see stays; try again when it runs.';
