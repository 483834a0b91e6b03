import { IconTargetArrow } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { addressOf, call } from '../../../src/api/client.ts';
import {
  exportTargets,
  listTargets,
  type TargetFilter,
  targetChoices,
  targetColumns,
} from '../../../src/api/targets.ts';
import type { TargetRecord } from '../../../src/registry/target.ts';
import { formatTargetValue } from '../../../src/values/format.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { Listing } from '../../parts/listing.tsx';
import { RecordCard } from '../../parts/record-card.tsx';
import { WithSeverity } from '../../parts/severity-mark.tsx';
import { TargetPlaces } from '../../parts/target-places.tsx';
import { exported, useColumns } from '../../parts/use-columns.ts';
import { useRecordPages } from '../../parts/use-record-pages.ts';
import { useWording } from '../../words/words.ts';
import { targetTable } from './columns.tsx';

const route = getRouteApi('/chi-tieu');
const usual = ['ordinal', 'name', 'variant', 'value', 'year', 'agencies', 'document'] as const;
const filterKeys = [
  'document',
  'year',
  'indicator',
  'group',
  'agency',
  'tier',
  'listed',
  'noted',
  'state',
  'review',
] as const;
const noChoices = {
  document: [],
  year: [],
  indicator: [],
  group: [],
  agency: [],
  tier: [],
  listed: [],
  noted: [],
  state: [],
  review: [],
};

export function Targets() {
  const { words, language } = useWording();
  const { ngay: asOf, ...search } = route.useSearch();
  const query = { ...search, asOf };
  const navigate = useNavigate({ from: '/chi-tieu' });
  const [shown, setShown] = useColumns('targets', targetColumns, usual);
  const pages = useRecordPages<TargetRecord>(['targets', query], (page, signal) =>
    call(listTargets, { query: { ...query, ...page }, signal }),
  );
  const choices = useQuery({
    queryKey: ['target-choices', query],
    queryFn: ({ signal }) => call(targetChoices, { query, signal }),
    placeholderData: keepPreviousData,
  });
  const offered = choices.data ?? noChoices;
  const labels: Partial<Record<(typeof filterKeys)[number], Record<string, string>>> = {
    tier: words.tiers,
    listed: { true: words.list.listedTrue, false: words.list.listedFalse },
    noted: { true: words.list.notedTrue, false: words.list.notedFalse },
    state: words.review.states,
    review: words.review.decisions,
  };
  const change = (next: Partial<TargetFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const columns = targetTable(words, language);
  const link = (row: TargetRecord, text: React.ReactNode) => (
    <Link to="/van-ban/$id" params={{ id: row.documentId }} search={{ muc: row.id }} preload={false} title={row.quote}>
      {text}
    </Link>
  );

  return (
    <Listing
      words={{ ...words.targets, count: words.count.targets, icon: IconTargetArrow }}
      columns={columns}
      shown={shown}
      onColumns={setShown}
      linked="name"
      places={<TargetPlaces />}
      pages={pages}
      filters={filterKeys.map((key) => ({
        key,
        name: words.list[key],
        choices: offered[key].map((choice) => ({ ...choice, label: labels[key]?.[choice.value] ?? choice.label })),
        chosen: [search[key] ?? []].flat().map(String),
      }))}
      query={search.q ?? ''}
      sorting={{ by: search.sort ?? 'document', order: search.order ?? 'asc' }}
      onFilter={(key, chosen) => change({ [key]: key === 'listed' || key === 'noted' ? chosen.at(-1) : chosen })}
      onQuery={(q) => change({ q })}
      onSort={({ by, order }) => change({ sort: by as TargetFilter['sort'], order })}
      onClear={() => void navigate({ search: {}, replace: true })}
      exportHref={(format) =>
        addressOf(exportTargets, { query: { ...query, format, column: exported(shown), language } })
      }
      link={link}
      card={(row) => (
        <RecordCard
          title={
            <WithSeverity notes={row.notes}>
              {link(row, row.variant ? `${row.name}, ${row.variant}` : row.name)}
            </WithSeverity>
          }
          value={
            <>
              <ChangeMark change={row.change} />
              {formatTargetValue(row, language)}
              {row.year !== null && <span className="soft"> · {row.year}</span>}
            </>
          }
        >
          <div>{row.agencies.join('; ')}</div>
          <div>{row.documentNumber ?? row.documentTitle}</div>
        </RecordCard>
      )}
    />
  );
}
