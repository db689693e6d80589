export * from './env.js';
export * from './errors.js';
export * from './ids.js';
export * from './logging.js';
