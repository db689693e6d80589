import type { Message, MessageType } from '@app/contracts';

/** A message as the outbox holds it. */
export type Envelope<T extends MessageType = MessageType> = Extract<Message, { type: T }> & {
  id: string;
  candidateId: string;
};
