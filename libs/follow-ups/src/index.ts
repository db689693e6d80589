export { addDuration, isUnderAnHour } from './duration.policy.js';
export * from './holiday.policy.js';
export * from './sending-window.policy.js';
