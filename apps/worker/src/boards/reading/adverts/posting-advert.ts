/** The ad of one posting, out of a provider's answer: for it alone, or a page of its board's list. */
import { type BoardProvider, ofBoard, recogniseBoard } from '@app/contracts';
import { decodeHTML } from 'entities';
import { CONNECTORS } from '../connectors/connectors.js';
import { UnreadableBoard } from '../connectors/connector.js';
import { jsonOf } from '../connectors/json.js';
import type { Posting } from '../../rules/posting.js';
import type { Advert, AdvertAsked, AdvertSeen, AdvertWords } from './advert.js';
import { WORDS_OF } from './advert-parts.js';
import { nameOfSlug, oneLine, placesIn, prose } from './line.policy.js';
import { markedLines } from './marked-text.js';
import { allOf, requirementsIn } from './requirements.policy.js';

type Provider = Exclude<BoardProvider, 'jsonld'>;

const TAG = /<[a-z/]/i;

export function postingAdvert(provider: Provider, body: string, asked: AdvertAsked): AdvertSeen {
  const connector = CONNECTORS[provider];
  const { single } = connector;
  const list = asked.isSingle && single !== undefined ? JSON.stringify(single.asList(jsonOf(body))) : body;
  const { rows, next } = connector.parse(list, asked);
  const row = asked.isSingle ? rows[0] : rows.find(({ posting }) => isMeant(posting, asked.postingId ?? ''));
  if (row !== undefined) return { advert: advertOf(row.posting, WORDS_OF[provider](list, row.posting.id), asked.slug) };
  if (asked.isSingle) throw new UnreadableBoard(ofBoard('json_without_list'));
  return { next };
}

/** By the id of the feed, or by what the pages of the provider are named by. */
function isMeant({ id, url, jobIds }: Posting, wanted: string): boolean {
  const isSame = (one: string) => one.toLowerCase() === wanted.toLowerCase();
  return (
    isSame(id) ||
    jobIds.some((jobId) => isSame(jobId.slice(jobId.indexOf(':') + 1))) ||
    (url !== null && isSame(recogniseBoard(url)?.postingId ?? ''))
  );
}

function advertOf({ title, locations }: Posting, words: AdvertWords, slug: string): Advert {
  const [description, requirements] = [linesOf(words.description), linesOf(words.requirements)];
  return {
    title: oneLine(title, 500),
    companyName: oneLine(words.companyName, 300) ?? oneLine(nameOfSlug(slug), 300),
    location: oneLine(placesIn(locations), 300),
    requirements: prose(allOf(requirements) ?? requirementsIn(description)),
  };
}

/** Some escape their markup once more. */
const linesOf = (markup: string | null) => {
  const text = markup ?? '';
  return markedLines(TAG.test(text) ? text : decodeHTML(text));
};
