import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import {
  forgetSearch,
  listSavedSearches,
  type SearchFilter,
  saveSearch,
  searchEverything,
} from '../../../src/api/search.ts';
import type { SavedSearch } from '../../../src/registry/search.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';

const pageSize = 20;

type Asked = { [K in keyof SearchFilter]?: SearchFilter[K] | undefined } & { asOf?: PlainDate | undefined };

export const useSearchPages = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['search', asked],
    queryFn: ({ pageParam, signal }) =>
      call(searchEverything, { query: { ...asked, offset: pageParam, limit: pageSize }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, offset) => (offset + pageSize < total ? offset + pageSize : undefined),
    placeholderData: keepPreviousData,
    enabled: (asked.q ?? '').trim() !== '',
  });

/** The first few, while somebody types. */
export const useFirstHits = (q: string, asOf: PlainDate | undefined) =>
  useQuery({
    queryKey: ['search-first', q, asOf],
    queryFn: ({ signal }) => call(searchEverything, { query: { q, asOf, limit: 8 }, signal }),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });

const savedKey = ['saved-searches'];

export const useSavedSearches = () =>
  useQuery({ queryKey: savedKey, queryFn: ({ signal }) => call(listSavedSearches, { signal }), staleTime: 60_000 });

export function useSaveSearch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<SavedSearch, 'id'>) => call(saveSearch, { body }),
    onSuccess: (answer) => queries.setQueryData(savedKey, answer),
  });
}

export function useForgetSearch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(forgetSearch, { params: { id } }),
    onSuccess: (answer) => queries.setQueryData(savedKey, answer),
  });
}
