/** Why starting is not possible, in one line meant for the person at the terminal. */
export class StartError extends Error {}
