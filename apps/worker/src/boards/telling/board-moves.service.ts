import type { BoardPlace } from '@app/contracts';
import { type Board, Database, Vacancy } from '@app/database';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

interface Watching {
  candidateId: string;
  vacancyId: string;
}

/** A page turned out to show a provider's board: its vacancies are watched there from then on, each moved as its candidate. */
@Injectable()
export class BoardMoves {
  constructor(private readonly database: Database) {}

  async move(page: Board, { provider, slug, postingId }: BoardPlace & { postingId: string }): Promise<void> {
    const watching = await this.database.acrossCandidates<Watching[]>((tx) =>
      tx.query(
        `select candidate_id as "candidateId", vacancy_id as "vacancyId" from watches
         where board_id = $1 and vacancy_id is not null`,
        [page.id],
      ),
    );
    for (const { candidateId, vacancyId } of watching) {
      await this.database.asCandidate(candidateId, async (tx) => {
        const vacancy = await tx.findOne(Vacancy, { where: { id: vacancyId }, lock: { mode: 'for_no_key_update' } });
        // The candidate may have named another board meanwhile.
        if (vacancy?.board?.provider !== page.provider || vacancy.board.slug !== page.slug) return;
        const board = { provider, slug, postingId };
        await tx.update(Vacancy, { id: vacancyId }, { board, updatedAt: () => 'now()' });
        // What the other board showed before nobody waited for there, so the watch begins now.
        await tx.query(
          `update watches set board_id = $2, posting_id = $3, title = null, created_at = now()
           where candidate_id = $5 and vacancy_id = $1 and board_id = $4`,
          [vacancyId, await awakeBoard(tx, provider, slug), postingId, page.id, candidateId],
        );
      });
    }
  }
}

async function awakeBoard(tx: EntityManager, provider: string, slug: string): Promise<string> {
  await tx.query(
    'insert into boards (id, provider, slug) values ($1, $2, $3) on conflict (provider, slug) do nothing',
    [randomUUID(), provider, slug],
  );
  const [rows]: [{ id: string }[], number] = await tx.query(
    `update boards set next_sweep_at = coalesce(next_sweep_at, now()) where provider = $1 and slug = $2 returning id`,
    [provider, slug],
  );
  return rows[0]!.id;
}
