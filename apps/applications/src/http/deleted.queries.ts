import { refusal } from '@app/contracts';
import { type Application, type Company, type Contact, type Deletable, withDeleted } from '@app/database';
import { RuleViolation } from '@app/platform';
import { type EntityManager, type EntityTarget, type FindOperator, type FindOptionsWhere, IsNull, Not } from 'typeorm';

type Hidden = Application | Contact | Company;

/** For a list of what is there, or of what is deleted. */
export const areDeleted = (deleted: boolean): FindOperator<Date> => (deleted ? Not(IsNull()) : IsNull());

/** `work` sees the deleted rows when it is asked for them. */
export const seeing = <T>(tx: EntityManager, deleted: boolean, work: () => Promise<T>): Promise<T> =>
  deleted ? withDeleted(tx, work) : work();

/** The row to restore, locked. */
export async function deletedById<T extends Hidden>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  what: Deletable,
  id: string,
): Promise<T> {
  const where = { id } as FindOptionsWhere<T>;
  const row = await withDeleted(tx, () => tx.findOne(entity, { where, lock: { mode: 'pessimistic_write' } }));
  if (row === null) throw new RuleViolation(refusal('not_found', { what, id }), { kind: 'not_found' });
  if (row.deletedAt !== null) return row;
  throw new RuleViolation(refusal('not_deleted', { what }));
}
