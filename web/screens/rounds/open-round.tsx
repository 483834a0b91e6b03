import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { countHealth } from '../../../src/api/owner-health.ts';
import { listRegimes } from '../../../src/api/regimes.ts';
import { openRound } from '../../../src/api/rounds.ts';
import type { RegimeSummary } from '../../../src/registry/regime.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { parsePeriod, periodsOfYear } from '../../../src/values/period.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from '../duties/ask-dialog.tsx';

/** A round by hand: of which regime, for which period. */
export function OpenRound({ onClose }: { onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.rounds;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [regimeId, setRegimeId] = useState<string | null>(null);
  const [period, setPeriod] = useState<string | null>(null);
  const regimes = useQuery({ queryKey: ['regimes'], queryFn: ({ signal }) => call(listRegimes, { signal }) });
  const regime = regimes.data?.regimes.find(({ id }) => id === regimeId);
  const open = useMutation({
    mutationFn: (body: { regimeId: string; period: string }) => call(openRound, { body }),
    onSuccess: async ({ round }) => {
      await queries.invalidateQueries({ queryKey: ['rounds'] });
      onClose();
      await navigate({ to: '/dot-bao-cao/$id', params: { id: round.id } });
    },
    onError: (error) => showRefused(sentenceOf(error, words, language), words.duty.notDone),
  });
  return (
    <AskDialog
      title={own.openTitle}
      label=""
      withoutWords
      submit={own.open}
      busy={open.isPending}
      ready={regime !== undefined && period !== null}
      onSubmit={() => regimeId && period && open.mutate({ regimeId, period })}
      onClose={onClose}
    >
      <p>{own.openHint}</p>
      <Unattended />
      <Select
        label={own.regime}
        placeholder={own.chooseRegime}
        required
        searchable
        data={(regimes.data?.regimes ?? []).map(({ id, name, every }) => ({
          value: id,
          label: `${name} (${words.regimes.every[every].toLowerCase()})`,
        }))}
        value={regimeId}
        onChange={(id) => {
          setRegimeId(id);
          setPeriod(null);
        }}
      />
      {regime && <PeriodChoice regime={regime} period={period} onChange={setPeriod} />}
    </AskDialog>
  );
}

/** What should be set right first: work that is asked of nobody in particular is answered by nobody. */
function Unattended() {
  const { words, language } = useWording();
  const own = words.ownerHealth;
  const may = useMay()('compareAgencies');
  const counts = useQuery({
    queryKey: ['owner-health', 'counts', undefined],
    queryFn: ({ signal }) => call(countHealth, { query: {}, signal }),
    enabled: may,
  });
  if (!counts.data || counts.data.any === 0) return null;
  const number = (value: number | undefined) => formatNumber(value ?? 0, language);
  const { noOfficer, idle30 } = counts.data.faults;
  return (
    <p>
      {own.beforeRound(number(noOfficer), number(idle30))} <Link to="/theo-doi/ra-soat">{own.look}</Link>
    </p>
  );
}

type ChoiceProps = { regime: RegimeSummary; period: string | null; onChange: (period: string | null) => void };

/** The periods of last year, this one and the next; free days are typed. */
function PeriodChoice({ regime: { every }, period, onChange }: ChoiceProps) {
  const { words, language } = useWording();
  const own = words.rounds;
  const [from, setFrom] = useState<PlainDate | null | undefined>(null);
  const [to, setTo] = useState<PlainDate | null | undefined>(null);
  const days = (first: PlainDate | null | undefined, last: PlainDate | null | undefined) => {
    setFrom(first);
    setTo(last);
    const code = `${first}/${last}`;
    onChange(first && last && parsePeriod(code) ? code : null);
  };
  if (every === 'free')
    return (
      <>
        <DayField label={own.from} value={null} onChange={(day) => days(day, to)} />
        <DayField label={own.to} value={null} onChange={(day) => days(from, day)} />
      </>
    );
  const year = Number(today().slice(0, 4));
  const years =
    every === 'fiveYears' ? Array.from({ length: 12 }, (_, at) => year - 6 + at) : [year - 1, year, year + 1];
  return (
    <Select
      label={own.period}
      required
      searchable
      data={years
        .flatMap((one) => periodsOfYear(every, one))
        .map((code) => ({ value: code, label: periodWords(code, language) }))}
      value={period}
      onChange={onChange}
    />
  );
}
