export const REMOVE = 'Remove this application';
export const BRING_BACK = 'Bring it back';
export const IS_REMOVED = 'You removed this application.';
export const removedOn = (day: string) => `It was removed on ${day}, with all that was planned for it.`;
export const FOR_A_WHILE = 'For 30 days it can be brought back, with its story.';
