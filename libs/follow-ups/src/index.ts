export { addDuration, isUnderAnHour } from './duration.policy.js';
export * from './holiday.policy.js';
export * from './sending-window.policy.js';
export { eveningBefore, reminderDueAt } from './reminder-time.policy.js';
export * from './stop.policy.js';
export * from './warmth.policy.js';
export * from './letter.policy.js';
