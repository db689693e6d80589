export const NAME = 'Rekindle';
export const SKIP = 'To the page';
export const TO_ROOMS = 'Rooms';
/** Each at length, and as a thumb's width allows. */
export const ROOMS = {
  today: { word: 'Today', short: 'Today' },
  applications: { word: 'Applications', short: 'Jobs' },
  plan: { word: 'Plan', short: 'Plan' },
  capturedMail: { word: 'Captured mail', short: 'Mail' },
  settings: { word: 'Settings', short: 'Settings' },
} as const;
