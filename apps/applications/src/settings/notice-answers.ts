/** What a command did or found beside what it was asked for, as its answer tells it. */
import type { Notice } from '@app/contracts';
import { noticeSentence } from '@app/follow-ups';
import type { NoticeAnswer } from './settings.schemas.js';

export const noticeAnswers = (code: Notice | null): NoticeAnswer[] =>
  code === null ? [] : [{ code, facts: {}, text: noticeSentence(code, 'en') }];
