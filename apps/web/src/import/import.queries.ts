import { useMutation, useQueryClient } from '@tanstack/react-query';
import { importApplicationsMutation, listImportsOptions } from '../api/generated/@tanstack/react-query.gen.js';
import { importApplications, stopImport, undoImport } from '../api/generated/sdk.gen.js';
import type { Import, ImportDryRun, Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';

/** They are kept for 30 days. */
const SHOWN = 20;

export const importsQuery = listImportsOptions({ query: { limit: SHOWN } });

/** A file is sent as it is, whatever is in it. */
const asBody = (file: File) => file as unknown as string;

export const useJudging = () =>
  useMutation<ImportDryRun, Problem, File>({
    mutationFn: async (file) => {
      const query = { dryRun: 'true' } as const;
      return (await importApplications({ body: asBody(file), query, throwOnError: true })).data as ImportDryRun;
    },
  });

interface Recording {
  file: File;
  /** Of the intent: the same file pressed twice is recorded once. */
  key: string;
}

export function useRecording() {
  const queries = useQueryClient();
  return useMutation<Import, Problem, Recording>({
    mutationKey: importApplicationsMutation().mutationKey,
    mutationFn: async ({ file, key }) => {
      const headers = { 'Idempotency-Key': key };
      return (await importApplications({ body: asBody(file), headers, throwOnError: true })).data as Import;
    },
    onSuccess: ({ id }) => freshen(queries, [{ kind: 'import', id }]),
  });
}

export function useEnding(id: string) {
  const queries = useQueryClient();
  const told = () => freshen(queries, [{ kind: 'import', id }]);
  const path = { id };
  const stop = useMutation<Import, Problem, void>({
    mutationFn: async () => (await stopImport({ path, throwOnError: true })).data,
    onSettled: told,
  });
  const undo = useMutation<Import, Problem, void>({
    mutationFn: async () => (await undoImport({ path, throwOnError: true })).data,
    onSettled: told,
  });
  return { stop, undo };
}
