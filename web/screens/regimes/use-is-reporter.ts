import { useQueries, useQuery } from '@tanstack/react-query';
import { getAgency } from '../../../src/api/agencies.ts';
import { groupMembers } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { RegimeDraft } from './regime-draft.ts';

/** Whether a round that opened today would reach an agency; undefined while that is not known. Asks the server only where `wanted`. */
export function useIsReporter(
  { reporters, receiverId }: Pick<RegimeDraft, 'reporters' | 'receiverId'>,
  wanted: boolean,
): (agencyId: string) => boolean | undefined {
  const asks = wanted && receiverId !== null;
  const receiver = useQuery({
    queryKey: ['agency', receiverId, 'name'],
    queryFn: ({ signal }) => call(getAgency, { params: { id: receiverId ?? '' }, signal }),
    enabled: asks,
    staleTime: 60_000,
  });
  // Groups are those of the receiver's place, as when a round opens.
  const place = receiver.data?.agency.placeId ?? undefined;
  const groups = useQueries({
    queries: reporters
      .flatMap((one) => ('groupId' in one ? [one.groupId] : []))
      .map((id) => ({
        queryKey: ['group-members', id, place],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          call(groupMembers, { params: { id }, query: { place }, signal }),
        enabled: asks && receiver.data !== undefined,
        staleTime: 60_000,
      })),
  });
  return (agencyId) => {
    const named = reporters.some((one) => 'agencyId' in one && one.agencyId === agencyId);
    if (named || groups.some(({ data }) => data?.agencies.some(({ id }) => id === agencyId))) return true;
    return groups.every(({ data }) => data) ? false : undefined;
  };
}
