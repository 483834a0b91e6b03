import { Button } from '@mantine/core';
import { IconAdjustments, IconFilterOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Choice } from '../../src/api/listing.ts';
import { useWording } from '../words/words.ts';
import { ChoiceFilter } from './choice-filter.tsx';
import styles from './filter-bar.module.css';
import { SearchField } from './search-field.tsx';

export type Filter = { key: string; name: string; choices: readonly Choice[]; chosen: readonly string[] };

type Props = {
  searchLabel: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
  filters: Filter[];
  onFilter: (key: string, chosen: string[]) => void;
  onClear: () => void;
};

function Chips({ filters, onFilter, onClear }: Pick<Props, 'filters' | 'onFilter' | 'onClear'>) {
  const { words } = useWording();
  const chips = filters.flatMap(({ key, name, choices, chosen }) =>
    chosen.map((value) => ({
      key,
      name,
      value,
      chosen,
      label: choices.find((one) => one.value === value)?.label ?? value,
    })),
  );
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips}>
      {chips.map(({ key, name, value, chosen, label }) => (
        <button
          key={`${key}-${value}`}
          type="button"
          className={styles.chip}
          aria-label={words.list.remove(`${name}: ${label}`)}
          onClick={() =>
            onFilter(
              key,
              chosen.filter((one) => one !== value),
            )
          }
        >
          <span className="soft">{name}:</span> <span className={styles.chipWords}>{label}</span>
          <IconX size={14} aria-hidden />
        </button>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconFilterOff size={16} aria-hidden />}
        onClick={onClear}
      >
        {words.list.clearAll}
      </Button>
    </div>
  );
}

/** Above a list: free text, several filters, and what is set. On a phone the filters fold away behind a button. */
export function FilterBar({ searchLabel, placeholder, query, onQuery, filters, onFilter, onClear }: Props) {
  const { words } = useWording();
  const [open, setOpen] = useState(false);
  const active = filters.reduce((sum, { chosen }) => sum + chosen.length, 0);
  return (
    <>
      <div className={styles.bar}>
        <SearchField label={searchLabel} placeholder={placeholder} value={query} onChange={onQuery} />
        <Button
          className={styles.fold}
          variant="default"
          aria-expanded={open}
          leftSection={<IconAdjustments size={18} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {words.list.filters}
          {active > 0 && ` (${active})`}
        </Button>
        <div className={styles.filters} data-open={open || undefined}>
          {filters.map(({ key, name, choices, chosen }) => (
            <ChoiceFilter
              key={key}
              name={name}
              choices={choices}
              chosen={chosen}
              onChange={(next) => onFilter(key, next)}
            />
          ))}
        </div>
      </div>
      <Chips filters={filters} onFilter={onFilter} onClear={onClear} />
    </>
  );
}
