import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getAccount } from '../../../src/api/account.ts';
import { call } from '../../../src/api/client.ts';

const accountKey = ['account'];

export const useAccount = () =>
  useQuery({ queryKey: accountKey, queryFn: ({ signal }) => call(getAccount, { signal }), staleTime: 0 });

/** What is done with one's own account: it, and what must be done first, may be another afterwards. */
export function useAccountChange<I, O>(change: (input: I) => Promise<O>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: accountKey });
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
}
