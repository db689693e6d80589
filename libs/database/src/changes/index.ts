export type { Change, Told } from './change.js';
export { ChangeListener } from './change-listener.js';
