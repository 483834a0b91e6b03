import { Checkbox, MultiSelect, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { exportAlignment, type Alignment as Found, getAlignment } from '../../../src/api/counterparts.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Blank } from '../../parts/blank.tsx';
import { itemsOf } from '../../parts/comparison/items.ts';
import { Failure } from '../../parts/fault.tsx';
import { ExportMenu } from '../../parts/list-menus.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import styles from './alignment.module.css';
import { Flow } from './flow.tsx';
import { Matrix } from './matrix.tsx';
import { Pair } from './pair.tsx';
import { isGap, rowsOf } from './rows.ts';
import type { AlignmentSearch } from './search.ts';
import { VerdictBars } from './verdict-bars.tsx';

const route = getRouteApi('/doi-chieu');

const nameOf = ({ number, title, fileName }: DocumentSummary): string =>
  [number, title].filter(Boolean).join(': ') || fileName;

function Choosing({ documents }: { documents: DocumentSummary[] }) {
  const { words } = useWording();
  const { tren, duoi = [] } = route.useSearch();
  const navigate = useNavigate({ from: '/doi-chieu' });
  const change = (next: Partial<AlignmentSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const options = documents.map((one) => ({ value: one.id, label: nameOf(one) }));
  const lowers = options.map(({ value, label }) => {
    const number = documents.find(({ id }) => id === value)?.number;
    return { value, label: value === tren ? words.alignment.own(number ?? label) : label };
  });
  return (
    <div className={styles.choosing}>
      <Select
        label={words.alignment.higher}
        placeholder={words.alignment.choose}
        searchable
        data={options}
        value={tren ?? null}
        onChange={(id) => change({ tren: id ?? undefined })}
      />
      <MultiSelect
        label={words.alignment.lower}
        placeholder={duoi.length === 0 ? words.alignment.choose : ''}
        searchable
        maxValues={30}
        data={lowers}
        value={duoi}
        onChange={(ids) => change({ duoi: ids })}
      />
    </div>
  );
}

function Result({ found }: { found: Found }) {
  const { words, language } = useWording();
  const { loai: kind = 'target', thieu, xem, cap } = route.useSearch();
  const navigate = useNavigate({ from: '/doi-chieu' });
  const [chosen, setChosen] = useState<{ id: string; documentId: string }>();
  const rows = rowsOf(found, kind, language);
  const shown = thieu ? rows.filter(({ cells }) => cells.some(isGap)) : rows;
  const row = rows.find(({ higher }) => higher.id === chosen?.id);
  const cell = row?.cells.find(({ document }) => document.id === chosen?.documentId);
  const column = found.columns.find(({ document }) => document.id === chosen?.documentId);
  return (
    <>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={words.alignment.kind}
          value={kind}
          onChange={(loai) =>
            void navigate({ search: (now) => ({ ...now, loai: loai === 'task' ? 'task' : undefined }), replace: true })
          }
          data={[
            { value: 'target', label: words.frame.targets },
            { value: 'task', label: words.frame.tasks },
          ]}
        />
        <SegmentedControl
          aria-label={words.alignment.view}
          value={xem ?? 'bang'}
          onChange={(view) =>
            void navigate({
              search: (now) => ({ ...now, xem: view === 'hinh' ? view : undefined, cap: undefined }),
              replace: true,
            })
          }
          data={[
            { value: 'bang', label: words.alignment.asTable },
            { value: 'hinh', label: words.alignment.asPicture },
          ]}
        />
        <Checkbox
          label={words.alignment.onlyGaps}
          checked={thieu ?? false}
          onChange={({ currentTarget: { checked } }) =>
            void navigate({ search: (now) => ({ ...now, thieu: checked || undefined }), replace: true })
          }
        />
      </div>
      <VerdictBars rows={rows} kind={kind} />
      {xem === 'hinh' && (
        <Flow
          found={found}
          kind={kind}
          onlyGaps={thieu ?? false}
          chosen={cap}
          onClose={() => void navigate({ search: (now) => ({ ...now, cap: undefined }), replace: true })}
        />
      )}
      {xem === 'hinh' ? null : shown.length === 0 ? (
        <p className="soft">{rows.length === 0 ? words.alignment.noneRead : words.alignment.nothing}</p>
      ) : (
        <Matrix
          rows={shown}
          kind={kind}
          chosen={chosen}
          onChoose={({ higher }, { document }) => setChosen({ id: higher.id, documentId: document.id })}
        />
      )}
      <p className="hidden-visually" role="status">
        {formatNumber(shown.length, language)}
      </p>
      {row && cell && column && (
        <Pair
          kind={kind}
          higher={row.higher}
          cell={cell}
          lowers={itemsOf(column, kind, language)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

/** Which targets and tasks of a higher document the lower ones answer, and where they ask for less. */
export function Alignment() {
  const { words, language } = useWording();
  const { tren: higher, duoi: lower = [], thieu } = route.useSearch();
  const documents = useQuery({ queryKey: ['documents'], queryFn: ({ signal }) => call(listDocuments, { signal }) });
  const ready = higher !== undefined && lower.length > 0;
  const found = useQuery({
    queryKey: ['alignment', higher, lower],
    queryFn: ({ signal }) => call(getAlignment, { query: { higher: higher ?? '', lower }, signal }),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  const query = { higher: higher ?? '', lower, gaps: thieu ? ('true' as const) : ('false' as const), language };
  return (
    <Page
      title={words.alignment.title}
      actions={ready && <ExportMenu hrefOf={(format) => addressOf(exportAlignment, { query: { ...query, format } })} />}
    >
      {documents.isError && <Failure error={documents.error} onRetry={() => void documents.refetch()} />}
      <Choosing documents={documents.data?.documents ?? []} />
      {!ready && <Blank icon={IconArrowsDiff} title={words.alignment.emptyTitle} text={words.alignment.emptyText} />}
      {ready && found.isPending && <Skeleton height={320} aria-busy="true" />}
      {ready && found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {ready && found.data && <Result found={found.data} />}
    </Page>
  );
}
