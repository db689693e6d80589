export const NAME = 'Rekindle';
export const SKIP = 'To the page';
export const TO_ROOMS = 'Rooms';
export const ROOMS = {
  today: 'Today',
  applications: 'Applications',
  capturedMail: 'Captured mail',
  settings: 'Settings',
} as const;
