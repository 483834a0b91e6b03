import { Select } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { addressOf, call } from '../../../src/api/client.ts';
import { exportSignIns, listSignIns } from '../../../src/api/sign-ins.ts';
import { type SignInCursor, type SignInFilter, SignInOutcome, signInOutcomes } from '../../../src/registry/sign-in.ts';
import { signInWords } from '../../../src/registry/sign-in-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { ExportMenu } from '../../parts/list-menus.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './audit.module.css';
import { LogDays, LogLines } from './log.tsx';
import { SignInTable } from './sign-in-table.tsx';

const route = getRouteApi('/quan-tri/dang-nhap');
const atOnce = 50;

/** Who signed in, failed to, or was denied what they asked for, latest first. */
export function SignIns() {
  const { words, language } = useWording();
  const own = words.audit.signIns;
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/quan-tri/dang-nhap' });
  const pages = useInfiniteQuery({
    queryKey: ['sign-ins', search],
    queryFn: ({ pageParam, signal }) =>
      call(listSignIns, { query: { ...search, after: pageParam, limit: atOnce }, signal }),
    initialPageParam: undefined as SignInCursor | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const keptDays = pages.data?.pages[0]?.keptDays;
  const change = (next: Partial<SignInFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });

  return (
    <AdministrationPage
      title={own.title}
      actions={<ExportMenu hrefOf={(format) => addressOf(exportSignIns, { query: { ...search, format, language } })} />}
    >
      {keptDays !== undefined && <p className={styles.lead}>{own.lead(formatNumber(keptDays, language))}</p>}
      <div className={styles.filters}>
        <SearchField
          label={own.searchLabel}
          placeholder={own.search}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
        <Select
          label={own.outcome}
          data={signInOutcomes.map((value) => ({ value, label: signInWords[language].outcome[value] }))}
          value={search.outcome ?? null}
          onChange={(value) => change({ outcome: SignInOutcome.safeParse(value).data })}
          clearable
        />
        <LogDays days={search} words={own} onChange={change} />
      </div>
      <LogLines pages={pages} empty={entries.length === 0} words={own}>
        <SignInTable entries={entries} />
      </LogLines>
    </AdministrationPage>
  );
}
