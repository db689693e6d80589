import { Database, databaseNow, outbox, Touch } from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { type Page, pageOf } from '../http/paging.js';
import { pastMoment } from '../moment.policy.js';
import { contactById } from './contacts.queries.js';
import type { TouchAnswer, TouchBody, TouchesQuery } from './contacts.schemas.js';
import { deleteTouch, insertTouch, recordedTouch, touchesPage } from './touches.queries.js';

@Injectable()
export class TouchesService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, contactId: string, query: TouchesQuery): Promise<Page<TouchAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      await contactById(tx, contactId);
      const rows = await touchesPage(tx, contactId, query);
      return pageOf(rows, query.limit, ({ at, id }) => [at.toISOString(), id], show);
    });
  }

  record(caller: Caller, contactId: string, body: TouchBody): Promise<TouchAnswer> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      await contactById(tx, contactId, true);
      const { kind, direction = null, text = null } = body;
      const at = pastMoment(body.at, await databaseNow(tx), '/at');
      const id = this.ids.next();
      await insertTouch(tx, { id, candidateId, contactId, kind, direction, at, text });
      const data = { contactId, touchId: id, kind, direction, at: at.toISOString() };
      await outbox.append(tx, this.ids, { candidateId, type: 'contact.touched.v1', data });
      return show(await tx.findOneByOrFail(Touch, { id }));
    });
  }

  takeBack(caller: Caller, contactId: string, touchId: string): Promise<void> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      await contactById(tx, contactId, true);
      const { kind, direction, at } = await recordedTouch(tx, { contactId, touchId });
      await deleteTouch(tx, touchId);
      const data = { contactId, touchId, kind, direction, at: at.toISOString() };
      await outbox.append(tx, this.ids, { candidateId, type: 'contact.touch_taken_back.v1', data });
    });
  }
}

const show = (touch: Touch): TouchAnswer => ({
  id: touch.id,
  contactId: touch.contactId,
  kind: touch.kind,
  direction: touch.direction,
  at: touch.at.toISOString(),
  text: touch.text,
  followUpId: touch.followUpId,
});
