import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBellRinging } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listSubmissions } from '../../../src/api/rounds.ts';
import { urgeDuties } from '../../../src/api/urging.ts';
import { Sending } from '../../../src/registry/round-measures.ts';
import type { SubmissionRecord } from '../../../src/registry/submission.ts';
import { SubmissionStage } from '../../../src/registry/submission-stage.ts';
import { Tier } from '../../../src/values/finding.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from '../duties/ask-dialog.tsx';
import { AgencyTable } from './agency-table.tsx';
import { Pages } from './pages.tsx';
import styles from './rounds.module.css';
import type { RoundSearch } from './search.ts';
import { useRoundDeed } from './use-round.ts';

const route = getRouteApi('/dot-bao-cao/$id');
const atOnce = 200;

/** How far each agency of a round is; those that are late are urged from here. */
export function Agencies({ roundId }: { roundId: string }) {
  const own = useWording().words.rounds;
  const may = useMay();
  const search = route.useSearch();
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<ReadonlyMap<string, SubmissionRecord>>(new Map());
  const found = useQuery({
    queryKey: ['round-submissions', roundId, search, offset],
    queryFn: ({ signal }) =>
      call(listSubmissions, { params: { id: roundId }, query: { ...search, offset, limit: atOnce }, signal }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  return (
    <section aria-label={own.agencies}>
      <Filters search={search} onChange={() => setOffset(0)} />
      {found.isPending && <Skeleton height={240} aria-busy="true" />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p>{own.noAgencies}</p>}
      {may('urge') && <Urging chosen={[...chosen.values()]} onDone={() => setChosen(new Map())} />}
      {rows.length > 0 && <AgencyTable rows={rows} {...(may('urge') && { chosen, onChoose: setChosen })} />}
      <Pages offset={offset} limit={atOnce} total={found.data?.total ?? 0} onChange={setOffset} />
    </section>
  );
}

function Filters({ search, onChange }: { search: RoundSearch; onChange: () => void }) {
  const own = useWording().words.rounds;
  const navigate = useNavigate({ from: '/dot-bao-cao/$id' });
  const [typed, setTyped] = useState(search.q ?? '');
  const set = (part: RoundSearch) => {
    onChange();
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  };
  const find = useDebouncedCallback((q: string) => set({ q: q.trim() === '' ? undefined : q }), 250);
  const choices = <K extends string>(values: readonly K[], names: Record<K, string>) => [
    { value: '', label: own.all },
    ...values.map((value) => ({ value, label: names[value] })),
  ];
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        label={own.agency}
        placeholder={own.search}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={own.stage}
        value={search.stage?.[0] ?? ''}
        data={choices(SubmissionStage.options, own.stages)}
        onChange={(event) => {
          const stage = SubmissionStage.safeParse(event.currentTarget.value).data;
          set({ stage: stage ? [stage] : undefined });
        }}
      />
      <NativeSelect
        label={own.sending}
        value={search.sending?.[0] ?? ''}
        data={choices(Sending.options, own.sendings)}
        onChange={(event) => {
          const sending = Sending.safeParse(event.currentTarget.value).data;
          set({ sending: sending ? [sending] : undefined });
        }}
      />
      <NativeSelect
        label={own.tier}
        value={search.tier?.[0] ?? ''}
        data={choices(Tier.options, own.tiers)}
        onChange={(event) => {
          const tier = Tier.safeParse(event.currentTarget.value).data;
          set({ tier: tier ? [tier] : undefined });
        }}
      />
    </div>
  );
}

/** Đôn đốc: only those count whose deadline has passed. */
function Urging({ chosen, onDone }: { chosen: readonly SubmissionRecord[]; onDone: () => void }) {
  const { words, language } = useWording();
  const own = words.rounds;
  const [asking, setAsking] = useState(false);
  const late = chosen.filter(({ sending }) => sending === 'overdue');
  const urge = useRoundDeed(
    async (text: string) => {
      const { urged } = await call(urgeDuties, { body: { dutyIds: late.map(({ dutyId }) => dutyId), words: text } });
      notifications.show({ message: own.urged(formatNumber(urged, language)) });
    },
    () => {
      setAsking(false);
      onDone();
    },
  );
  if (late.length === 0) return null;
  const title = own.urge(formatNumber(late.length, language));
  return (
    <>
      <Button mt="md" leftSection={<IconBellRinging size={18} aria-hidden />} onClick={() => setAsking(true)}>
        {title}
      </Button>
      {asking && (
        <AskDialog
          title={title}
          label={own.urgeWords}
          submit={title}
          busy={urge.isPending}
          onSubmit={(text) => urge.mutate(text)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
