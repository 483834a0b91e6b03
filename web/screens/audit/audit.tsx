import { Button, Select } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type AuditFilter, auditChoices, searchAudit } from '../../../src/api/audit.ts';
import { call } from '../../../src/api/client.ts';
import { deedWord, subjectWord } from '../../parts/deed-words.ts';
import { SearchField } from '../../parts/search-field.tsx';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './audit.module.css';
import { AuditTable } from './audit-table.tsx';
import { LogDays, LogLines } from './log.tsx';
import { useVerification, Verification } from './verification.tsx';

const route = getRouteApi('/quan-tri/nhat-ky');
const atOnce = 50;
const noChoices = { verbs: [], kinds: [], people: [] };

/** What anybody did, latest first, and whether the log is whole. */
export function Audit() {
  const { words } = useWording();
  const own = words.audit;
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/quan-tri/nhat-ky' });
  const pages = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      call(searchAudit, { query: { ...search, limit: atOnce, ...(pageParam && { before: pageParam }) }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ entries }) => (entries.length < atOnce ? undefined : entries.at(-1)?.id),
    placeholderData: keepPreviousData,
  });
  const choices =
    useQuery({ queryKey: ['audit-choices'], queryFn: ({ signal }) => call(auditChoices, { signal }) }).data ??
    noChoices;
  const verification = useVerification();
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const change = (next: Partial<AuditFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const offered = {
    user: choices.people.map(({ id, name }) => ({ value: id, label: name })),
    verb: choices.verbs.map((verb) => ({ value: verb, label: deedWord(verb, words) })),
    kind: choices.kinds.map((kind) => ({ value: kind, label: subjectWord(kind, words) })),
  };

  return (
    <AdministrationPage
      title={own.title}
      actions={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={verification.isFetching}
          onClick={() => void verification.refetch()}
        >
          {own.verify}
        </Button>
      }
    >
      <Verification verification={verification} />
      <div className={styles.filters}>
        <SearchField
          label={own.searchLabel}
          placeholder={own.search}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
        {(['user', 'verb', 'kind'] as const).map((key) => (
          <Select
            key={key}
            label={own.filters[key]}
            data={offered[key]}
            value={search[key] ?? null}
            onChange={(value) => change({ [key]: value ?? undefined })}
            clearable
            searchable
          />
        ))}
        <LogDays days={search} words={own} onChange={change} />
      </div>
      <LogLines pages={pages} empty={entries.length === 0} words={own}>
        <AuditTable entries={entries} />
      </LogLines>
    </AdministrationPage>
  );
}
