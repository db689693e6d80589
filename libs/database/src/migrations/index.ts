import { FirstTables1764000000000 } from './0001-first-tables.js';
import { Boards1764100000000 } from './0002-boards.js';
import { Life1764600000000 } from './0003-life.js';
import { Deletion1764700000000 } from './0004-deletion.js';
import { Names1764800000000 } from './0005-names.js';
import { Grants1764900000000 } from './0006-grants.js';
import { Versions1765000000000 } from './0007-versions.js';
import { BoardReadings1765100000000 } from './0008-board-readings.js';
import { Radar1765200000000 } from './0009-radar.js';
import { MailAccounts1765300000000 } from './0010-mail-accounts.js';
import { Imports1765400000000 } from './0011-imports.js';
import { Politeness1765500000000 } from './0012-politeness.js';
import { Watches1765600000000 } from './0013-watches.js';
import { Lookups1765650000000 } from './0014-lookups.js';
import { Credentials1765670000000 } from './0015-credentials.js';
import { Sentences1765700000000 } from './0016-sentences.js';
import { ToldChanges1765800000000 } from './0017-told-changes.js';
import { Reading1765900000000 } from './0018-reading.js';
import { Sample1766000000000 } from './0019-sample.js';
import { ToldAtOnce1766100000000 } from './0020-told-at-once.js';
import { KeptSentences1766200000000 } from './0021-kept-sentences.js';
import { CompaniesByName1766300000000 } from './0022-companies-by-name.js';
import { EndsOfTestsAndSamples1766400000000 } from './0023-ends-of-tests-and-samples.js';
import { Adding1766400000001 } from './0024-adding.js';
import { People1766400000002 } from './0025-people.js';
import { LettersSentInAPause1766400000003 } from './0026-letters-sent-in-a-pause.js';
import { Reflections1766400000004 } from './0027-reflections.js';
import { RadarRoom1766400000006 } from './0029-radar-room.js';
import { Installation1766400000007 } from './0030-installation.js';
import { LookedBackBefore1766400000008 } from './0031-looked-back-before.js';

/** Explicit and in order: what is not listed here does not run. */
export const MIGRATIONS = [
  FirstTables1764000000000,
  Boards1764100000000,
  Life1764600000000,
  Deletion1764700000000,
  Names1764800000000,
  Grants1764900000000,
  Versions1765000000000,
  BoardReadings1765100000000,
  Radar1765200000000,
  MailAccounts1765300000000,
  Imports1765400000000,
  Politeness1765500000000,
  Watches1765600000000,
  Lookups1765650000000,
  Credentials1765670000000,
  Sentences1765700000000,
  ToldChanges1765800000000,
  Reading1765900000000,
  Sample1766000000000,
  ToldAtOnce1766100000000,
  KeptSentences1766200000000,
  CompaniesByName1766300000000,
  EndsOfTestsAndSamples1766400000000,
  Adding1766400000001,
  People1766400000002,
  LettersSentInAPause1766400000003,
  Reflections1766400000004,
  RadarRoom1766400000006,
  Installation1766400000007,
  LookedBackBefore1766400000008,
];
