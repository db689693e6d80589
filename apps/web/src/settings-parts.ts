/** The parts of the settings, in their order. */
import { paths } from './paths.js';
import type { Part } from './settings-parts.words.js';

export const PARTS: readonly { part: Part; to: string }[] = [
  { part: 'you', to: paths.settings() },
  { part: 'letters', to: paths.settingsOf('letters') },
  { part: 'cadences', to: paths.settingsOf('cadences') },
  { part: 'webhooks', to: paths.settingsOf('webhooks') },
  { part: 'access', to: paths.settingsOf('access') },
  { part: 'removed', to: paths.settingsOf('removed') },
  { part: 'installation', to: paths.settingsOf('installation') },
];
