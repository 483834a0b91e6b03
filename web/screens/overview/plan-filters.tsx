import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import { hasBeenIssued } from '../../../src/registry/document-state.ts';
import { Tier } from '../../../src/values/finding.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';
import type { OverviewSearch } from './search.ts';

type Props = {
  from: '/tong-quan' | '/tong-quan/chi-tieu';
  search: OverviewSearch;
  day: PlainDate;
  /** With which day it is compared now; without, it is compared with none. */
  than?: PlainDate | undefined;
};

const noYear = '0';

/** Which plan, year and tier: kept in the address, from the five numbers down to the list. */
export function PlanFilters({ from, search, day, than }: Props) {
  const { words } = useWording();
  const own = words.overview;
  const navigate = useNavigate({ from });
  const documents = useQuery({
    queryKey: ['documents', {}],
    queryFn: ({ signal }) => call(listDocuments, { query: {}, signal }),
  });
  const change = (next: Partial<OverviewSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const issued = (documents.data?.documents ?? []).filter(({ state }) => hasBeenIssued(state));
  const year = Number(day.slice(0, 4));
  const years = [
    ...new Set([
      year,
      year - 1,
      ...issued.flatMap(({ period }) => (period ? [period.from, Math.min(period.to, year + 5)] : [])),
    ]),
  ];
  return (
    <section className={styles.filters} aria-label={own.filters}>
      <Select
        label={own.document}
        placeholder={own.everyDocument}
        data={issued.map(({ id, number, title, fileName }) => ({ value: id, label: number ?? title ?? fileName }))}
        value={search.document?.[0] ?? null}
        onChange={(id) => change({ document: id === null ? undefined : [id] })}
        clearable
        searchable
      />
      <Select
        label={own.year}
        data={[
          ...years.toSorted((a, b) => a - b).map((one) => ({ value: String(one), label: String(one) })),
          { value: '0', label: own.everyYear },
        ]}
        value={String(search.year ?? year)}
        allowDeselect={false}
        onChange={(value) => change({ year: value === null || Number(value) === year ? undefined : Number(value) })}
      />
      <Select
        label={own.tier}
        placeholder={own.everyTier}
        data={Tier.options.map((value) => ({ value, label: words.tiers[value] }))}
        value={search.tier?.[0] ?? null}
        onChange={(value) => change({ tier: value === null ? undefined : Tier.options.filter((one) => one === value) })}
        clearable
      />
      {than !== undefined && search.year !== 0 && (
        <Select
          label={own.thanYear}
          data={[
            { value: noYear, label: own.noThanYear },
            ...years
              .filter((one) => one !== (search.year ?? year))
              .toSorted((a, b) => b - a)
              .map((one) => ({ value: String(one), label: String(one) })),
          ]}
          value={String(search.thanYear ?? noYear)}
          allowDeselect={false}
          onChange={(value) => change({ thanYear: value === null || value === noYear ? undefined : Number(value) })}
        />
      )}
      {than !== undefined && search.thanYear === undefined && (
        <DayField
          key={than}
          label={own.than}
          value={than}
          onChange={(next) => {
            if (next !== undefined && next !== than) change({ than: next ?? undefined });
          }}
        />
      )}
    </section>
  );
}
