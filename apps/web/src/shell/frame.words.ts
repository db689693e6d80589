export const NAME = 'Rekindle';
export const SKIP = 'To the page';
export const TO_ROOMS = 'Rooms';
export const MORE = 'More';
/** Each at length, as a thumb's width allows, and as the way to it is said. */
export const ROOM_WORDS = {
  today: { word: 'Today', short: 'Today', way: 'To Today' },
  applications: { word: 'Applications', short: 'Jobs', way: 'To the applications' },
  people: { word: 'People', short: 'People', way: 'To the people' },
  plan: { word: 'Plan', short: 'Plan', way: 'To the plan ahead' },
  radar: { word: 'Radar', short: 'Radar', way: 'To the radar' },
  lookBack: { word: 'Look back', short: 'Back', way: 'To look back' },
  capturedMail: { word: 'Captured mail', short: 'Mail', way: 'To captured mail' },
  settings: { word: 'Settings', short: 'Settings', way: 'To the settings' },
} as const;
