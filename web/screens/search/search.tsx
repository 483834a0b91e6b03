import { Button } from '@mantine/core';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { SearchFilter } from '../../../src/api/search.ts';
import type { SearchAnswer } from '../../../src/registry/search.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { stringifySearch } from '../../parts/address.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import { Hit } from './hit.tsx';
import { useRecent } from './recent.ts';
import { SavedSearches, SaveSearch } from './saved.tsx';
import styles from './search.module.css';
import { useSearchPages } from './use-search.ts';

const route = getRouteApi('/tim-kiem');
const facetKeys = ['kind', 'year', 'agency', 'standing'] as const;

/** Everything that says what was typed, best first; the address is the search. */
export function SearchScreen() {
  const { words, language } = useWording();
  const own = words.search;
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/tim-kiem' });
  const { ngay: _, ...filter } = search;
  const asOf = useAsOf();
  const q = search.q ?? '';
  const pages = useSearchPages({ ...filter, asOf });
  const recent = useRecent();
  const [first] = pages.data?.pages ?? [];
  const hits = pages.data?.pages.flatMap((page) => page.hits) ?? [];
  const asked = q.trim() !== '';
  const change = (next: Partial<SearchFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const labels: Partial<Record<(typeof facetKeys)[number], Record<string, string>>> = {
    kind: own.kinds,
    standing: own.standings,
  };
  const count = first && (first.more ? own.countMore : own.count)(formatNumber(first.total, language));
  return (
    <Page
      title={own.title}
      aside={<span aria-live="polite">{asked && count}</span>}
      actions={asked && <SaveSearch q={q} query={stringifySearch(filter)} />}
    >
      <FilterBar
        searchLabel={own.label}
        placeholder={own.open}
        query={q}
        onQuery={(typed) => change({ q: typed })}
        filters={facetKeys.map((key) => ({
          key,
          name: own.facets[key],
          choices: (first?.facets[key] ?? []).map((choice) => ({
            ...choice,
            label: labels[key]?.[choice.value] ?? choice.label,
          })),
          chosen: (search[key] ?? []).map(String),
        }))}
        onFilter={(key, chosen) => change({ [key]: key === 'year' ? chosen.map(Number) : chosen })}
        onClear={() => change({ kind: [], year: [], agency: [], standing: [] })}
      />
      {!asked && <SavedSearches />}
      {!asked && <Blank icon={IconSearch} title={own.hintTitle} text={own.hint} />}
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {asked && first && <Meant answer={first} onChoose={(name) => change({ q: name })} />}
      {asked && first && hits.length === 0 && <Blank icon={IconSearchOff} title={own.noneTitle} text={own.none} />}
      {asked && (
        <ol className={styles.results} aria-busy={pages.isFetching}>
          {hits.map((hit) => (
            <li key={`${hit.kind} ${hit.document?.id ?? ''} ${hit.id}`}>
              <Hit hit={hit} onOpen={recent.remember} />
            </li>
          ))}
        </ol>
      )}
      {asked && pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {own.more}
        </Button>
      )}
    </Page>
  );
}

function Meant({ answer, onChoose }: { answer: SearchAnswer; onChoose: (name: string) => void }) {
  const { words } = useWording();
  if (answer.meant.length === 0) return null;
  return (
    <p className={styles.meant}>
      {words.search.meant}:{' '}
      {answer.meant.map((name) => (
        <Button key={name} variant="subtle" size="compact-sm" onClick={() => onChoose(name)}>
          {name}
        </Button>
      ))}
    </p>
  );
}
