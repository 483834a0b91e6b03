import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export const peopleKey = ['people'];

/** Something done with a person; the list and what is open of it are read again, also where it was refused. */
export function usePersonChange<V, R>(
  change: (input: V) => Promise<R>,
  { said, after }: { said?: (input: V) => string; after?: (result: R) => void } = {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (result, input) => {
      if (said) notifications.show({ message: said(input) });
      after?.(result);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: peopleKey }),
  });
}
