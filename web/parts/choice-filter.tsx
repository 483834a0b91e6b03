import { Checkbox, Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Choice } from '../../src/api/listing.ts';
import { formatNumber } from '../../src/values/format.ts';
import { fold } from '../../src/values/vietnamese.ts';
import { useWording } from '../words/words.ts';
import styles from './choice-filter.module.css';

type Props = {
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

const mostShown = 100;

/** Several of many, each with how many rows it would leave. Those already chosen stand first. */
export function ChoiceFilter({ name, choices, chosen, onChange }: Props) {
  const { words, language } = useWording();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const wanted = fold(typed.trim());
  const matching = choices.filter(({ label }) => fold(label).includes(wanted));
  const sorted = [...matching].sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      width={340}
      position="bottom-start"
      shadow="md"
      keepMounted={false}
      resetSelectionOnOptionHover
    >
      <Combobox.Target withAriaAttributes={false} targetType="button">
        <button
          type="button"
          className={styles.button}
          data-active={chosen.length > 0 || undefined}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className="hidden-visually">{words.list.choose} </span>
          {name}
          {chosen.length > 0 && <span className={styles.number}>{chosen.length}</span>}
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={words.list.findChoice}
          aria-label={`${name}: ${words.list.findChoice}`}
        />
        <Combobox.Options tabIndex={0} mah={320} style={{ overflowY: 'auto' }} aria-label={name}>
          {sorted.slice(0, mostShown).map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={chosen.includes(choice.value)}>
              <span className={styles.option}>
                <Checkbox.Indicator size="xs" checked={chosen.includes(choice.value)} />
                <span className={styles.label}>{choice.label}</span>
                <span className={styles.count}>{formatNumber(choice.count, language)}</span>
              </span>
            </Combobox.Option>
          ))}
          {sorted.length === 0 && <Combobox.Empty>{words.list.noChoice}</Combobox.Empty>}
        </Combobox.Options>
        {sorted.length > mostShown && (
          <Combobox.Footer>
            <span className={styles.more}>
              {words.list.moreChoices(formatNumber(sorted.length - mostShown, language))}
            </span>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
