export * from './board-urls.js';
export * from './messages.js';
export * from './queue.js';
export * from './regions.js';
export * from './settings.js';
export * from './shapes.js';
export * from './unread-addresses.js';
export * from './words.js';
