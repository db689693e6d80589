/** What a month begins with: boards, settings, and whoever one has to do with already. */
import { anAd, type ServedBoard } from '../board.server.js';
import type { RadarHouse } from '../radar-house.js';
import { BESIDE, daysAgo, MARLOW_ID, WITH_SOMEBODY } from './history.js';

/** So many beside that one that closes is no collapse of its board. */
const BESIDE_IT = Array.from({ length: 12 }, (_, at) => anAd(`5${at}`, { title: `Beside ${'x'.repeat(at + 1)}` }));

const SETTINGS = {
  timezone: 'Europe/Kyiv',
  approval: 'review',
  feedbackRequest: { delay: 'P2D' },
  cooldown: 'P20D',
};

interface Beginning {
  kestrel: ServedBoard;
  marlow: ServedBoard;
  /** Of applications by title and company, of people by name. */
  ids: Record<string, string>;
}

export async function beginning({ house, boards }: RadarHouse): Promise<Beginning> {
  const kestrel = boards.board('greenhouse', 'kestrel', [anAd('4711', { title: 'Kernel Engineer' }), ...BESIDE_IT]);
  const marlow = boards.board('lever', 'marlow', [anAd(MARLOW_ID, { title: 'Compiler Engineer' }), ...BESIDE_IT]);
  boards.board('greenhouse', 'tern').behave({ kind: 'status', status: 503 });
  await house.api.expect('PATCH', '/settings', SETTINGS);
  const ids: Record<string, string> = {};
  for (const body of WITH_SOMEBODY) {
    const { id, contactId } = await house.apply(body);
    ids[`${body.title} at ${body.companyName}`] = id;
    ids[body.contact.name] = contactId!;
  }
  for (const { days, ...body } of BESIDE) {
    const { id } = await house.api.expect<{ id: string }>('POST', '/contacts', body);
    const at = days === null ? null : daysAgo(days).toISOString();
    if (at !== null) await house.api.expect('POST', `/contacts/${id}/touches`, { kind: 'meeting', at });
  }
  return { kestrel, marlow, ids };
}
