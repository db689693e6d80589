import { Application, Interview, Rejection, StageChange } from './application.entity.js';
import { Board, NewRoleNote, Sighting, Sweep, Watch } from './board.entity.js';
import { Candidate } from './candidate.entity.js';
import { AddressMark, Company, Contact, ContactMerge, Touch } from './contact.entity.js';
import { Credential } from './credential.entity.js';
import { EventRecord, IdempotencyKey, OutboxMessage } from './event.entity.js';
import { FollowUp, FollowUpAttempt, LedgerLine } from './follow-up.entity.js';
import { MailAccount } from './mail-account.entity.js';
import { Import } from './import.entity.js';
import { Reflection } from './reflection.entity.js';
import { PageReading } from './page-reading.entity.js';
import { TestLetter } from './test-letter.entity.js';
import { Vacancy, VacancyObservation } from './vacancy.entity.js';
import { WebhookDelivery, WebhookEndpoint } from './webhook.entity.js';
import { WorkerHeard } from './worker-heard.entity.js';

export const ENTITIES = [
  AddressMark,
  Application,
  Board,
  Candidate,
  Company,
  Contact,
  ContactMerge,
  Credential,
  EventRecord,
  FollowUp,
  FollowUpAttempt,
  IdempotencyKey,
  Import,
  Interview,
  LedgerLine,
  MailAccount,
  NewRoleNote,
  OutboxMessage,
  Reflection,
  PageReading,
  Rejection,
  Sighting,
  StageChange,
  Sweep,
  TestLetter,
  Touch,
  Vacancy,
  VacancyObservation,
  Watch,
  WebhookDelivery,
  WebhookEndpoint,
  WorkerHeard,
];
export * from './application.entity.js';
export * from './board.entity.js';
export * from './candidate.entity.js';
export * from './contact.entity.js';
export * from './credential.entity.js';
export * from './event.entity.js';
export * from './follow-up.entity.js';
export * from './mail-account.entity.js';
export * from './import.entity.js';
export * from './reflection.entity.js';
export * from './page-reading.entity.js';
export * from './test-letter.entity.js';
export * from './vacancy.entity.js';
export * from './webhook.entity.js';
export * from './worker-heard.entity.js';
