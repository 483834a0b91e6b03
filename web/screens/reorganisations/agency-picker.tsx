import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { findStandingAgencies } from '../../../src/api/reorganisations.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useWords } from '../../words/words.ts';

type Props = {
  day: PlainDate;
  label?: string;
  value?: Picked | null;
  onPick: (agencyId: string, name: string) => void;
};
type Picked = { id: string; name: string };

/** One agency of those there are on a day, found by its name. */
export function AgencyPicker({ day, label, value = null, onPick }: Props) {
  const { reorganisations: words } = useWords();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [settled] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['standing-agencies', day, settled],
    queryFn: ({ signal }) => call(findStandingAgencies, { query: { day, q: settled }, signal }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const agencies = found.data?.agencies ?? [];
  const options = agencies.map(({ id, name, place }) => ({
    value: id,
    label: place && !name.includes(place) ? `${name} (${place})` : name,
  }));
  if (value && !options.some((option) => option.value === value.id))
    options.push({ value: value.id, label: value.name });
  return (
    <Select
      {...(label ? { label } : { 'aria-label': words.pick })}
      placeholder={words.pick}
      size="sm"
      searchable
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={settled.trim() === '' ? null : words.pickNone}
      onChange={(id) => {
        const chosen = agencies.find((agency) => agency.id === id);
        if (chosen) onPick(chosen.id, chosen.name);
      }}
    />
  );
}
