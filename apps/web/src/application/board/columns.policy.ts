/** Which stages stand beside each other, and which are over. */
import type { Stage } from '@app/contracts/words';

export const COLUMNS = ['saved', 'applied', 'screening', 'interview', 'offer'] as const satisfies readonly Stage[];
/** The parts of *Closed*: each takes what is dropped on it. */
export const CLOSED = ['accepted', 'rejected', 'withdrawn'] as const satisfies readonly Stage[];
