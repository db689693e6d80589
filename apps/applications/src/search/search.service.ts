import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import { wordsOf } from '../http/search.js';
import { foundOf } from './search.queries.js';
import { FOUND_KINDS, type SearchAnswer, type SearchQuery } from './search.schemas.js';

@Injectable()
export class SearchService {
  constructor(private readonly database: Database) {}

  async find(candidateId: string, { q = '' }: SearchQuery): Promise<SearchAnswer> {
    const words = wordsOf(q);
    if (words.length === 0) return { data: [] };
    return this.database.asReader(candidateId, async (tx) => {
      const data: SearchAnswer['data'] = [];
      for (const kind of FOUND_KINDS) data.push(...(await foundOf(tx, kind, { candidateId, words })));
      return { data };
    });
  }
}
