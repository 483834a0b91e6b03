import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { searchAgencies } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useNothingFound } from '../../parts/nothing-found.ts';
import { useWords } from '../../words/words.ts';

export type Picked = { id: string; name: string };

type Props = {
  /** Those there are on this day. */
  day: PlainDate;
  label?: string;
  value?: Picked | null;
  /** Offered before all others: the bodies that the event makes. */
  first?: readonly Picked[];
  onPick: (agency: Picked) => void;
};

/** One agency of those there are on a day, found by its name. */
export function AgencyPicker({ day, label, value = null, first = [], onPick }: Props) {
  const { reorganisations: words } = useWords();
  const nothing = useNothingFound();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [settled] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['agency-search', day, settled],
    queryFn: ({ signal }) => call(searchAgencies, { query: { asOf: day, q: settled }, signal }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const asked = { isFetching: found.isFetching || settled !== typed, error: found.error };
  const agencies = (found.data?.agencies ?? []).map(({ id, name, placeName }) => ({
    ...{ id, name },
    label: placeName && !name.includes(placeName) ? `${name}, ${placeName}` : name,
  }));
  const own = first.filter(({ name }) => name !== '').map((one) => ({ ...one, label: `${one.name} (${words.fresh})` }));
  const all = [...own, ...agencies.filter(({ id }) => !own.some((one) => one.id === id))];
  if (value && !all.some(({ id }) => id === value.id)) all.push({ ...value, label: value.name });
  return (
    <Select
      {...(label ? { label } : { 'aria-label': words.pick })}
      placeholder={words.pick}
      size="sm"
      searchable
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      data={all.map(({ id, label: shown }) => ({ value: id, label: shown }))}
      filter={({ options }) => options}
      nothingFoundMessage={typed.trim() === '' ? undefined : nothing(asked, words.pickNone)}
      onChange={(id) => {
        const chosen = all.find((agency) => agency.id === id);
        if (chosen) onPick({ id: chosen.id, name: chosen.name });
      }}
    />
  );
}
