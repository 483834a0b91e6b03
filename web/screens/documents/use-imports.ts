import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { listImports, startImport } from '../../../src/api/imports.ts';
import type { ImportRecord } from '../../../src/registry/import.ts';
import { useSends } from '../../parts/sends/sends.ts';

export const importsKey = ['imports'] as const;

const isRunning = ({ state }: ImportRecord) => state === 'running';
const none: ImportRecord[] = [];

/** What was last heard of my imports. */
export const importsIn = (queries: QueryClient): ImportRecord[] =>
  queries.getQueryData<{ imports: ImportRecord[] }>(importsKey)?.imports ?? none;

/** My imports as the server tells them, asked again while something is on its way; lists are renewed when one ends. */
export function useImports() {
  const queries = useQueryClient();
  const uploads = useSends().filter(({ address }) => address === addressOf(startImport, {}));
  const sending = uploads.some(({ error }) => error === null);
  const query = useQuery({
    queryKey: importsKey,
    queryFn: ({ signal }) => call(listImports, { signal }),
    refetchInterval: ({ state }) => (sending || state.data?.imports.some(isRunning) ? 500 : false),
  });
  const imports = query.data?.imports ?? none;
  const ended = imports
    .filter((one) => !isRunning(one))
    .map(({ id }) => id)
    .join(' ');
  const before = useRef(ended);
  useEffect(() => {
    if (before.current === ended) return;
    before.current = ended;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] !== importsKey[0] && queryKey[0] !== 'document' && queryKey[0] !== 'session',
    });
  }, [ended, queries]);
  return { imports, uploads };
}
