export const REMOVE = 'Remove this application';
export const BRING_BACK = 'Bring it back';
export const IS_REMOVED = 'You removed this application.';
export const removedOn = (name: string, day: string) => `${name} was removed on ${day}, with what was planned for it.`;
export const FOR_A_WHILE = 'It is kept for 30 days; until then it comes back with its story.';
