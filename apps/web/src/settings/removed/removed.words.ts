import type { Kind } from './removed.policy.js';

export const OPENING = 'What you removed can be brought back for 30 days.';
export const NONE = 'Nothing is removed.';
export const NONE_WAY_ON = 'What you remove stands here for 30 days, and can be brought back.';
export const GROUP: Record<Kind, string> = { application: 'Applications', contact: 'People', company: 'Companies' };
export const removedOn = (day: string) => `Removed on ${day}`;
export const goesOn = (day: string) => `Goes for good on ${day}`;
export const BRING_BACK = 'Bring back';
export const bringBackOf = (name: string) => `${BRING_BACK}: ${name}`;
export const broughtBack = (name: string) => `${name} is back.`;
export const TO_IT = 'To it';
