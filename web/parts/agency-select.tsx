import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { getAgency, searchAgencies } from '../../src/api/agencies.ts';
import { call } from '../../src/api/client.ts';
import { useWords } from '../words/words.ts';
import { useNothingFound } from './nothing-found.ts';

/** What an agency is called today, for whoever has its id alone. */
export function AgencyName({ id, children }: { id: string; children: (name: string) => ReactNode }) {
  const here = useAgencyName(id);
  return children(here ?? id);
}

function useAgencyName(id: string | null): string | undefined {
  const here = useQuery({
    queryKey: ['agency', id, 'name'],
    queryFn: ({ signal }) => call(getAgency, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    staleTime: 60_000,
  });
  return here.data?.summary.name;
}

type Props = {
  label: string;
  placeholder?: string;
  /** The agency's id. */
  chosen: string | null;
  onChoose: (id: string | null) => void;
  required?: boolean;
};

/** One agency of the register as it is today, found by part of its name. */
export function AgencySelect({ label, placeholder, chosen, onChoose, required }: Props) {
  const { agencySelect } = useWords().parts;
  const nothing = useNothingFound();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), 150);
  const name = useAgencyName(chosen);
  const found = useQuery({
    queryKey: ['agency-select', q],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
    enabled: q !== '' && q !== name,
  });
  // Between the last letter and the question there is a pause, too.
  const asked = { isFetching: found.isFetching || q !== typed.trim(), error: found.error };
  const offered = [
    ...(chosen !== null && name !== undefined ? [{ value: chosen, label: name }] : []),
    ...(found.data?.agencies ?? [])
      .filter(({ id }) => id !== chosen || name === undefined)
      .map((agency) => ({
        value: agency.id,
        label: agency.placeName ? `${agency.name} (${agency.placeName})` : agency.name,
      })),
  ];
  const pickFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    // Somebody who has walked to one by the arrows picks that one.
    const walked = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || walked || typed.trim() === '' || typed.trim() === name) return;
    // Never the whole form, with the agency that stood here before.
    event.preventDefault();
    const isAnswer = q === typed.trim() && !found.isPlaceholderData;
    const first = isAnswer ? found.data?.agencies[0] : undefined;
    if (!first) return;
    onChoose(first.id);
    setOpen(false);
  };
  return (
    <Select
      label={label}
      placeholder={placeholder ?? agencySelect.hint}
      required={required ?? false}
      searchable
      clearable
      // Whoever picks the same one again means it.
      allowDeselect={false}
      data={offered}
      // The server has compared already, by all its spellings.
      filter={({ options }) => options}
      nothingFoundMessage={typed.trim() === '' ? undefined : nothing(asked, agencySelect.none)}
      value={chosen}
      onSearchChange={setTyped}
      onKeyDown={pickFirst}
      dropdownOpened={open}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onChange={onChoose}
    />
  );
}
