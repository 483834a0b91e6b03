import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export const reviewsKey = ['account-reviews'];

/** A step of a review; what is shown of it is read again, also where it was refused. */
export function useReviewChange<V>(
  change: (input: V) => Promise<unknown>,
  { said, after }: { said: (input: V) => string; after: () => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (_, input) => {
      notifications.show({ message: said(input) });
      after();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: reviewsKey }),
  });
}
