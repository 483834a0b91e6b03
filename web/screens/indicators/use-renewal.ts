import { useQueryClient } from '@tanstack/react-query';

/** Asks again for all that shows which indicator a target is of, after that has changed. */
export function useRenewal(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ['indicator', 'indicators', 'targets'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };
}
