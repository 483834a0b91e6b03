import { Button, Skeleton } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { Blank } from '../../parts/blank.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Failure } from '../../parts/fault.tsx';

/** What the logs have in common: the days they are narrowed to, and lines that are fetched page by page. */

type Days = { from?: PlainDate | undefined; to?: PlainDate | undefined };
type DaysProps = { days: Days; words: Record<'from' | 'to', string>; onChange: (days: Days) => void };

export function LogDays({ days, words, onChange }: DaysProps) {
  return (['from', 'to'] as const).map((key) => (
    <DayField
      key={`${key} ${days[key]}`}
      label={words[key]}
      value={days[key] ?? null}
      onChange={(day) => day !== undefined && onChange({ [key]: day ?? undefined })}
    />
  ));
}

type LinesProps = {
  pages: Pick<
    UseInfiniteQueryResult<unknown>,
    'data' | 'error' | 'isPending' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  empty: boolean;
  words: Record<'emptyTitle' | 'emptyText' | 'more', string>;
  /** The table of what was fetched. */
  children: ReactNode;
};

export function LogLines({ pages, empty, words, children }: LinesProps) {
  return (
    <>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={320} aria-busy="true" />}
      {pages.data !== undefined && empty && (
        <Blank icon={IconHistoryOff} title={words.emptyTitle} text={words.emptyText} />
      )}
      {!empty && children}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
