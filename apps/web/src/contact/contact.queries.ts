import { useQueryClient } from '@tanstack/react-query';
import { getContactOptions, getContactQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { changeContact } from '../api/generated/sdk.gen.js';
import type { Contact, Preview } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';

export const contactQuery = (id: string) => getContactOptions({ path: { id } });

/** Whether somebody may be written to. */
export function useReach(id: string) {
  const queries = useQueryClient();
  const call = async (doNotContact: boolean, dryRun: 'true' | 'false') =>
    (await changeContact({ path: { id }, body: { doNotContact }, query: { dryRun }, throwOnError: true })).data;
  return {
    foretell: async (doNotContact: boolean) => (await call(doNotContact, 'true')) as Preview,
    act: async (doNotContact: boolean) => {
      const contact = (await call(doNotContact, 'false')) as Contact;
      queries.setQueryData(getContactQueryKey({ path: { id } }), contact);
      void freshen(queries, [{ kind: 'contact', id }]);
      return contact;
    },
  };
}
