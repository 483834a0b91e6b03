import { Button, SegmentedControl } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getDutyStory } from '../../../src/api/duty-story.ts';
import { type DutyStory, type StoryItem, StoryKind, storyUntil } from '../../../src/registry/duty-story.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { deedWord } from '../../parts/deed-words.ts';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';

/** Everything that became of the duty, newest first. @param first what came with the duty: the latest of every kind */
export function Story({ dutyId, first }: { dutyId: string; first: DutyStory }) {
  const { words } = useWording();
  const own = words.duty;
  const [kind, setKind] = useState<StoryKind | 'all'>('all');
  const asOf = useAsOf();
  const begin = asOf === undefined ? '' : storyUntil(asOf);
  const [began, next] = kind === 'all' ? [first.items, first.next] : [[], begin];
  const pages = useInfiniteQuery({
    queryKey: ['duty-story', dutyId, kind, next],
    // What follows the latest of every kind is asked for when it is wanted.
    enabled: kind !== 'all',
    queryFn: ({ pageParam, signal }) =>
      call(getDutyStory, {
        params: { id: dutyId },
        query: { kind: kind === 'all' ? [] : [kind], ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: next ?? '',
    getNextPageParam: (page) => page.next,
  });
  const items = [...began, ...(pages.data?.pages.flatMap((page) => page.items) ?? [])];
  const hasEarlier = pages.data ? pages.hasNextPage : kind === 'all' && next !== null;
  return (
    <section className={styles.card} aria-labelledby="story">
      <h2 id="story">{own.story}</h2>
      <div className={styles.kinds}>
        <SegmentedControl
          size="xs"
          aria-label={own.storyFilter}
          data={(['all', ...StoryKind.options] as const).map((value) => ({ value, label: own.storyKinds[value] }))}
          value={kind}
          onChange={(value) => setKind(value as StoryKind | 'all')}
        />
      </div>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {(pages.data || kind === 'all') && items.length === 0 && <p className="soft">{own.noStory}</p>}
      <ol className={styles.story}>
        {items.map((item) => (
          <li key={`${item.kind} ${item.id}`} data-kind={item.kind}>
            <Told item={item} />
          </li>
        ))}
      </ol>
      {hasEarlier && (
        <Button variant="default" size="sm" loading={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {own.earlier}
        </Button>
      )}
    </section>
  );
}

/** The fields of a deed that say the most of it, in the order they are told. */
const tellingFields = ['share', 'doneText', 'what', 'question', 'answer', 'due', 'number', 'name', 'content', 'reason'];

function told(after: Record<string, unknown> | null, words: Words): string {
  if (!after) return '';
  return tellingFields
    .map((field) => [field, after[field]] as const)
    .filter(([, value]) => (typeof value === 'string' && value !== '') || typeof value === 'number')
    .slice(0, 2)
    .map(([field, value]) => {
      if (field === 'share') return words.duty.shareDone(String(value));
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDate(String(value)) : String(value);
    })
    .join(' · ');
}

function Told({ item }: { item: StoryItem }) {
  const { words, language } = useWording();
  const own = words.duty;
  const at = <time dateTime={item.at}>{formatMoment(item.at, language)}</time>;
  if (item.kind === 'urging') {
    return (
      <>
        <span>
          <IconBellRinging size={16} aria-hidden />{' '}
          {own.urged(item.step, formatDate(item.due), formatNumber(item.people, language))}
        </span>
        {at}
      </>
    );
  }
  return (
    <>
      <span>
        <strong>{item.by.name}</strong> {deedWord(item.verb, words)}
        <span className={styles.words}> {told(item.after, words)}</span>
        {item.reason && <q lang="vi">{item.reason}</q>}
      </span>
      {at}
    </>
  );
}
