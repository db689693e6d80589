/** Who an ad is of, and its description, where each provider keeps them. */
import { z } from 'zod';
import { jsonOf } from '../connectors/json.js';
import { id, listOf, maybe, maybeText } from '../connectors/rows.js';
import { childrenOf, textOf, xmlOf, type XmlElement } from '../connectors/xml.js';
import type { AdvertWords, WordsOfProvider } from './advert.js';
import { ASKS } from './asks.words.js';

const NOTHING: AdvertWords = { companyName: null, description: null, requirements: null };

const greenhouse = z.object({ id, company_name: maybeText, content: maybeText });
const section = z.object({ text: maybeText, content: maybeText });
const lever = z.object({ id, description: maybeText, lists: listOf(section) });
const ashby = z.object({ id, descriptionHtml: maybeText });
const part = maybe(z.object({ text: maybeText }));
const smartrecruiters = z.object({
  id,
  company: maybe(z.object({ name: maybeText })),
  jobAd: maybe(z.object({ sections: maybe(z.object({ jobDescription: part, qualifications: part })) })),
});
const workable = z.object({ shortcode: id, description: maybeText, requirements: maybeText });
const recruitee = z.object({ id, company_name: maybeText, description: maybeText, requirements: maybeText });
const feedItem = z.object({ id, content_html: maybeText });

export const WORDS_OF: WordsOfProvider = {
  greenhouse: (body, wanted) => {
    const job = found(body, 'jobs', greenhouse, (each) => each.id === wanted);
    return { ...NOTHING, companyName: job?.company_name ?? null, description: job?.content ?? null };
  },
  lever: (body, wanted) => {
    const ad = found(body, null, lever, (each) => each.id === wanted);
    const asked = ad?.lists.filter(({ text }) => ASKS.test(text ?? '')).map(({ content }) => content ?? '');
    return { ...NOTHING, description: ad?.description ?? null, requirements: asked?.join('') || null };
  },
  ashby: (body, wanted) => {
    const ad = found(body, 'jobs', ashby, (each) => each.id === wanted);
    return { ...NOTHING, description: ad?.descriptionHtml ?? null };
  },
  smartrecruiters: (body, wanted) => {
    const ad = found(body, 'content', smartrecruiters, (each) => each.id === wanted);
    const sections = ad?.jobAd?.sections;
    return {
      companyName: ad?.company?.name ?? null,
      description: sections?.jobDescription?.text ?? null,
      requirements: sections?.qualifications?.text ?? null,
    };
  },
  workable: (body, wanted) => {
    const ad = found(body, 'jobs', workable, (each) => each.shortcode === wanted);
    const account = z.object({ name: maybeText }).safeParse(jsonOf(body)).data;
    const { description = null, requirements = null } = ad ?? {};
    return { companyName: account?.name ?? null, description, requirements };
  },
  recruitee: (body, wanted) => {
    const ad = found(body, 'offers', recruitee, (each) => each.id === wanted);
    const { company_name: companyName = null, description = null, requirements = null } = ad ?? {};
    return { companyName, description, requirements };
  },
  personio: (body, wanted) => {
    // Where the company has switched its feed off, only titles are read.
    if (!body.includes('<workzag-jobs')) return NOTHING;
    const position = childrenOf(xmlOf(body, 'workzag-jobs'), 'position').find((each) => textOf(each, 'id') === wanted);
    const sections = childrenOf(childrenOf(position, 'jobDescriptions')[0], 'jobDescription');
    return {
      companyName: textOf(position, 'subcompany'),
      description: null,
      requirements: sections.filter(isAsked).map(valueOf).join('') || null,
    };
  },
  teamtailor: (body, wanted) => {
    if (body.trimStart().startsWith('{')) {
      const item = found(body, 'items', feedItem, (each) => each.id === wanted);
      const feed = z.object({ title: maybeText }).safeParse(jsonOf(body)).data;
      return { ...NOTHING, companyName: feed?.title ?? null, description: item?.content_html ?? null };
    }
    const channel = childrenOf(xmlOf(body, 'rss'), 'channel')[0];
    const item = childrenOf(channel, 'item').find((each) => textOf(each, 'guid') === wanted);
    return { ...NOTHING, companyName: textOf(channel, 'title'), description: textOf(item, 'description') };
  },
};

function found<T extends z.ZodType>(
  body: string,
  list: string | null,
  item: T,
  isIt: (each: z.infer<T>) => boolean,
): z.infer<T> | undefined {
  const items = listOf(item);
  const read = list === null ? items.parse(jsonOf(body)) : z.object({ [list]: items }).parse(jsonOf(body))[list];
  return read?.find(isIt);
}

const isAsked = (part: XmlElement) => ASKS.test(textOf(part, 'name') ?? '');
const valueOf = (part: XmlElement) => textOf(part, 'value') ?? '';
