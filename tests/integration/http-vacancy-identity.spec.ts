import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { rowsAreAwaited } from '../support/awaited-rows.js';

const APPLICATIONS = '/api/v1/applications';
const URL = 'https://jobs.example/cook';

interface Applied {
  sent: object;
  answer: Answer;
}

describe('the vacancy that an application is for', () => {
  let api: ApplicationsApi;
  let other: Database;
  let company = 0;
  beforeAll(async () => {
    api = await startApplicationsApi();
    other = await Database.connect(api.db.apiUrl, { name: 'other', poolSize: 1 });
  });
  afterAll(async () => {
    await other.close();
    await api.stop();
  });

  /** At a company of its own, one application after the other. */
  async function apply(...each: object[]): Promise<Applied[]> {
    company += 1;
    const made: Applied[] = [];
    for (const fields of each) {
      const sent = { companyName: `Company ${company}`, title: 'Cook', ...fields };
      made.push({ sent, answer: await api.call('POST', APPLICATIONS, sent) });
    }
    return made;
  }
  const vacanciesOf = (made: Applied[]) => new Set(made.map(({ answer }) => answer.body?.vacancyId)).size;
  const shown = async (id: string) => (await api.call('GET', `${APPLICATIONS}/${id}`)).body;
  const change = (id: string, patch: object) => api.call('PATCH', `${APPLICATIONS}/${id}`, patch);

  it.each<[string, object[], number]>([
    ['one, with blanks filled', [{}, { location: 'Berlin' }, { requirements: 'Knives', url: URL }], 1],
    ['one, in other letters', [{ location: 'Berlin' }, { title: 'COOK', location: 'ber lin' }], 1],
    ['two in two places', [{ location: 'Berlin' }, { location: 'London' }, { location: 'london' }], 2],
    [
      'two in two places at one address',
      [
        { location: 'Berlin', url: URL },
        { location: 'London', url: URL },
      ],
      2,
    ],
    ['two at two addresses', [{ url: URL }, { url: `${URL}/2` }], 2],
    ['two of two titles at one address', [{ url: URL }, { title: 'Chef', url: URL }], 2],
    ['two that ask for two things', [{ requirements: 'Knives' }, { requirements: 'Forks' }], 2],
    ['another where nobody says which of two', [{ location: 'Berlin' }, { location: 'London' }, {}], 3],
  ])('is %s, and each answer shows what was sent', async (_rule, each, expected) => {
    const made = await apply(...each);
    expect(vacanciesOf(made)).toBe(expected);
    for (const { sent, answer } of made) {
      expect(answer).toMatchObject({ status: 201, body: sent });
    }
  });

  it('is not shared with another company', async () => {
    const made = [...(await apply({ url: URL })), ...(await apply({ url: URL }))];
    expect(vacanciesOf(made)).toBe(2);
  });

  it('is never given two places by two who fill the same blank at once', async () => {
    const [{ sent, answer }] = (await apply({})) as [Applied];
    const places = ['Berlin', 'London'];
    const { answers } = await other.asCandidate(OWNER_ID, async (tx) => {
      await tx.query('select 1 from vacancies where id = $1 for update', [answer.body?.vacancyId]);
      const both = Promise.all(places.map((location) => api.call('POST', APPLICATIONS, { ...sent, location })));
      // The second one waits for the candidate's turn, without a connection.
      await rowsAreAwaited(api.db, 1);
      return { answers: both };
    });
    const made = await answers;
    expect(made.map(({ body }) => body?.location)).toEqual(places);
    const stored = await Promise.all(made.map(({ id }) => shown(id)));
    expect(stored.map((application) => application?.location)).toEqual(places);
  });

  it('changes with its only application', async () => {
    const [one] = await apply({ location: 'Berlin' });
    const { body } = await change(one!.answer.id, { title: 'Chef', location: 'London' });
    expect(body).toMatchObject({ title: 'Chef', location: 'London' });
    expect(body?.vacancyId).toBe(one!.answer.body?.vacancyId);
  });

  it('is another one for the application that says so, and the same for the others', async () => {
    const [one, other] = await apply({ location: 'Berlin', url: URL, requirements: 'Knives' }, { location: 'Berlin' });
    const before = await shown(other!.answer.id);
    const vacancy = `/api/v1/vacancies/${one!.answer.body?.vacancyId as string}`;
    const seen = { status: 'closed', observedAt: '2026-01-01T12:00:00Z' };
    await api.call('POST', `${vacancy}/observations`, seen);

    const { body } = await change(one!.answer.id, { location: 'London' });
    expect(body).toMatchObject({ location: 'London', title: 'Cook', url: URL, requirements: 'Knives' });
    expect(body?.vacancyId).not.toBe(before?.vacancyId);
    expect(await shown(other!.answer.id)).toEqual(before);
    const split = await api.call('GET', `/api/v1/vacancies/${body?.vacancyId as string}`);
    expect(split.body).toMatchObject({ status: 'closed', closedAt: '2026-01-01T12:00:00.000Z', location: 'London' });
    const said = await api.db.query(
      `select 1 from events where candidate_id = $1 and type = 'vacancy.recorded.v1' and data->>'vacancyId' = $2`,
      [OWNER_ID, body?.vacancyId],
    );
    expect(said).toHaveLength(1);
    // Alone with it now.
    expect((await change(one!.answer.id, { location: 'Paris' })).body?.vacancyId).toBe(body?.vacancyId);
  });

  it.each([{ title: 'Chef' }, { location: null }, { url: `${URL}/2` }, { requirements: 'Forks' }])(
    'is split by %j, which would have changed the other application',
    async (patch) => {
      const shared = { location: 'Berlin', url: URL, requirements: 'Knives' };
      const [one, other] = await apply(shared, shared);
      expect((await change(one!.answer.id, patch)).body).toMatchObject(patch);
      expect(await shown(other!.answer.id)).toMatchObject({ title: 'Cook', ...shared });
    },
  );

  it.each([{ location: 'BERLIN' }, { requirements: 'Knives' }, { title: 'cook' }])(
    'stays shared by %j, which says no other thing of it',
    async (patch) => {
      const made = await apply({ location: 'Berlin' }, {});
      const { body } = await change(made[0]!.answer.id, patch);
      expect(body).toMatchObject({ ...patch, vacancyId: made[1]!.answer.body?.vacancyId });
    },
  );
});
