/** Every provider of boards. A missing one does not compile. */
import type { BoardProvider } from '@app/contracts';
import { ashby } from './ashby.js';
import type { Connector } from './connector.js';
import { greenhouse } from './greenhouse.js';
import { jsonld } from './jsonld.js';
import { lever } from './lever.js';
import { personio } from './personio.js';
import { recruitee } from './recruitee.js';
import { smartrecruiters } from './smartrecruiters.js';
import { teamtailor } from './teamtailor.js';
import { workable } from './workable.js';

export const CONNECTORS: Record<BoardProvider, Connector> = {
  greenhouse,
  lever,
  ashby,
  smartrecruiters,
  workable,
  recruitee,
  personio,
  teamtailor,
  jsonld,
};
