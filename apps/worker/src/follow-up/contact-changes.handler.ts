import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { Replan } from './replan.service.js';

type OfContact = 'contact.changed.v1' | 'contact.opted_out.v1' | 'contact.bounced.v1' | 'contact.cooling.v1';

/** Somebody to write to was found, changed, opted out, was reminded of, or cannot be reached. */
@Injectable()
export class ContactChanges {
  constructor(private readonly replan: Replan) {}

  ofContact(tx: EntityManager, { candidateId, data }: Envelope<OfContact>): Promise<void> {
    return this.replan.contact(tx, candidateId, data.contactId);
  }
}
