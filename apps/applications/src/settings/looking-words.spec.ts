import { NOTICES } from '@app/contracts';
import { expect, it } from '@jest/globals';
import { NOTICE_TEXT } from './looking-words.js';

const ABOUT_LOOKING = NOTICES.filter((notice) => notice !== 'preview_incomplete');

it.each(ABOUT_LOOKING)('the notice %s is told in a sentence that says what to do', (notice) => {
  expect(NOTICE_TEXT[notice]).toMatch(/PATCH \/api\/v1\/settings with \{"looking": /);
});
