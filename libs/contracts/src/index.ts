export * from './address-key.js';
export * from './board-urls.js';
export * from './messages.js';
export * from './queue.js';
export * from './settings.js';
export * from './shapes.js';
export * from './words.js';
