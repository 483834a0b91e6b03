import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../src/api/client.ts';
import { getSession, signIn, signOut, takeSecondStep } from '../../src/api/session.ts';
import type { Verb } from '../../src/registry/may.ts';
import { endSends } from './sends/sends.ts';

const sessionKey = ['session'];

export const useSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => call(getSession, { signal }), staleTime: 60_000 });

/** Whether the person's posts allow this with anything at all. */
export function useMay(): (verb: Verb) => boolean {
  const session = useSession();
  return (verb) => session.data?.may.includes(verb) ?? false;
}

/** Where a step is answered, the one-time code is still to come. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: ({ step }) => (step === null ? queries.invalidateQueries({ queryKey: sessionKey }) : undefined),
  });
}

export function useSecondStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { step: string; code: string }) => call(takeSecondStep, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await endSends();
      return call(signOut, {});
    },
    // Nothing of the one who left may be seen by the next.
    onSuccess: async () => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
      await queries.invalidateQueries({ queryKey: sessionKey });
    },
  });
}
