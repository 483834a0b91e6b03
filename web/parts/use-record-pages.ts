import { useDebouncedCallback } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';

const pageSize = 100;

export type RecordPage<Row> = { total: number; rows: Row[] };
export type RecordPages<Row> = {
  /** undefined until the first page came. */
  total: number | undefined;
  rowAt: (index: number) => Row | undefined;
  onRange: (first: number, last: number) => void;
  error: unknown;
  retry: () => void;
};

type Fetch<Row> = (page: { offset: number; limit: number }, signal: AbortSignal) => Promise<RecordPage<Row>>;

/** Rows of the server by page, only the pages in sight; those scrolled past before they came are given up. */
export function useRecordPages<Row>(key: readonly unknown[], fetchPage: Fetch<Row>): RecordPages<Row> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const onRange = useDebouncedCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, 50);
  const numbers = Array.from({ length: range.last - range.first + 1 }, (_, i) => range.first + i);
  const results = useQueries({
    queries: numbers.map((number) => ({
      queryKey: [...key, number],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchPage({ offset: number * pageSize, limit: pageSize }, signal),
      staleTime: 30_000,
    })),
  });
  const known = useRef<number>(undefined);
  const total = results.find(({ data }) => data)?.data?.total ?? known.current;
  known.current = total;
  const rowAt = useCallback(
    (index: number) => results[Math.floor(index / pageSize) - range.first]?.data?.rows[index % pageSize],
    [results, range.first],
  );
  return {
    total,
    rowAt,
    onRange,
    error: results.find(({ error }) => error)?.error,
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch();
    },
  };
}
