import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getContactQueryKey } from '../../api/generated/@tanstack/react-query.gen.js';
import { changeContact, createContact, getContact, recordTouch, takeBackTouch } from '../../api/generated/sdk.gen.js';
import { isProblem } from '../../api/problems.js';
import type { Contact, Problem, Touch, TouchBody } from '../../api/shapes.js';
import { freshen } from '../../live/freshen.js';
import { type Details, detailsOf, isChangedElsewhere, patchOf } from './details.policy.js';

/** With its tag: what somebody changed since it was read here is looked at first. */
const readQuery = (id: string) =>
  queryOptions({
    queryKey: [...getContactQueryKey({ path: { id } }), 'tagged'],
    queryFn: async ({ signal }) => {
      const { data, response } = await getContact({ path: { id }, signal, throwOnError: true });
      return { contact: data, tag: response?.headers.get('etag') ?? undefined };
    },
    staleTime: 0,
    gcTime: 0,
  });

export const isOvertaken = (error: unknown): boolean => isProblem(error) && error.status === 412;

/** What was read when the form was opened, and what was touched of it. */
interface Edit {
  was: Details;
  tag: string | undefined;
  touched: Partial<Details>;
}

export function useBeginning(id: string) {
  const queries = useQueryClient();
  return async (): Promise<Pick<Edit, 'was' | 'tag'>> => {
    const { contact, tag } = await queries.fetchQuery(readQuery(id));
    return { was: detailsOf(contact), tag };
  };
}

/** A word with them in between is nobody else's edit. */
export function useEdit(id: string) {
  const queries = useQueryClient();
  const begin = useBeginning(id);
  const say = async ({ tag, touched }: Pick<Edit, 'tag' | 'touched'>): Promise<Contact> => {
    const headers = tag === undefined ? {} : { 'If-Match': tag };
    return (await changeContact({ path: { id }, body: patchOf(touched), headers, throwOnError: true })).data as Contact;
  };
  return useMutation<Contact, Problem, Edit>({
    mutationFn: async (edit) => {
      try {
        return await say(edit);
      } catch (error) {
        if (!isOvertaken(error)) throw error;
        const now = await begin();
        if (isChangedElsewhere(edit.touched, edit.was, now.was)) throw error;
        return say({ tag: now.tag, touched: edit.touched });
      }
    },
    onSuccess: (contact) => {
      queries.setQueryData(getContactQueryKey({ path: { id } }), contact);
      return freshen(queries, [{ kind: 'contact', id }]);
    },
  });
}

export function useAdd() {
  const queries = useQueryClient();
  return useMutation<Contact, Problem, { details: Details; key: string }>({
    mutationFn: async ({ details: { name, role, ...told }, key }) => {
      const body = { ...patchOf(told), name, role };
      return (await createContact({ body, headers: { 'Idempotency-Key': key }, throwOnError: true })).data;
    },
    onSuccess: (contact) => {
      queries.setQueryData(getContactQueryKey({ path: { id: contact.id } }), contact);
      void freshen(queries, [{ kind: 'contact', id: contact.id }]);
    },
  });
}

interface Noted {
  body: TouchBody;
  key: string;
}

/** What is noted stops what waits for it, and moves the next hello: all of it is read again. */
export function useTouches(id: string) {
  const queries = useQueryClient();
  const onSuccess = () => void freshen(queries, [{ kind: 'contact', id }, { kind: 'follow_up' }]);
  const note = useMutation<Touch, Problem, Noted>({
    mutationFn: async ({ body, key }) =>
      (await recordTouch({ path: { id }, body, headers: { 'Idempotency-Key': key }, throwOnError: true })).data,
    onSuccess,
  });
  const takeBack = useMutation<void, Problem, string>({
    mutationFn: async (touchId) => void (await takeBackTouch({ path: { id, touchId }, throwOnError: true })),
    onSuccess,
  });
  return { note, takeBack };
}
