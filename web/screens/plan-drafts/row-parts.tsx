import { ActionIcon, Button, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { searchAgencies } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import type { Beside } from '../../../src/registry/plan-draft.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';

/** More marks than this say no more than their number. */
const most = 3;

/** What the row goes on with: the last value, the approved figure, and where its duties stand. */
export function BesideRow({ beside }: { beside: Beside | undefined }) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  if (!beside) return <span className="soft">{own.isNew}</span>;
  const { documentNumber, last, figure, duties } = beside;
  return (
    <div className={styles.beside}>
      <span>{[documentNumber, last].filter(Boolean).join(': ')}</span>
      {figure && (
        <span>{own.reached(`${formatNumber(figure.value, language)} ${figure.unit ?? ''}`.trim(), figure.period)}</span>
      )}
      {duties.slice(0, most).map(({ id, state, agency }) => (
        <Link key={id} to="/viec/$id" params={{ id }} title={agency}>
          <DutyStateMark state={state} />
        </Link>
      ))}
      {duties.length > most && <span className="soft">+{formatNumber(duties.length - most, language)}</span>}
    </div>
  );
}

type ToolsProps<R> = {
  rows: readonly R[];
  row: R;
  /** What the row is called. */
  name: string;
  onEdit: () => void;
  onChange: (rows: R[]) => void;
};

/** Change it, leave it out or take it back, move it up or down. */
export function RowTools<R extends { key: string; kept: boolean; source: unknown }>(props: ToolsProps<R>) {
  const { rows, row, name, onEdit, onChange } = props;
  const own = useWording().words.planDrafts;
  const at = rows.indexOf(row);
  const move = (to: number) => {
    const next = rows.filter((one) => one !== row);
    next.splice(to, 0, row);
    onChange(next);
  };
  // What never stood in a document is gone when it is left out.
  const leaveOut = () =>
    onChange(
      row.source === null
        ? rows.filter((one) => one !== row)
        : rows.map((one) => (one === row ? { ...row, kept: !row.kept } : one)),
    );
  return (
    <div className={styles.tools}>
      <ActionIcon variant="subtle" aria-label={own.editRow(name)} title={own.edit} onClick={onEdit}>
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={own.upRow(name)}
        title={own.up}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      >
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={own.downRow(name)}
        title={own.down}
        disabled={at === rows.length - 1}
        onClick={() => move(at + 1)}
      >
        <IconArrowDown size={18} aria-hidden />
      </ActionIcon>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={row.kept ? own.dropRow(name) : own.takeRow(name)}
        onClick={leaveOut}
      >
        {row.kept ? own.drop : own.take}
      </Button>
    </div>
  );
}

export function UnreadMark() {
  const own = useWording().words.planDrafts;
  return (
    <span className={styles.unread}>
      <IconAlertTriangle size={16} aria-hidden /> {own.notUnderstood}
    </span>
  );
}

type BodiesProps = { label: string; names: string[]; onChange: (names: string[]) => void };

/** Agencies under the names that the plan gives them; those of the register are offered. */
export function BodiesField({ label, names, onChange }: BodiesProps) {
  const { words } = useWording();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['agency-select', q],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });
  return (
    <TagsInput
      label={label}
      placeholder={names.length === 0 ? words.parts.agencySelect.hint : ''}
      data={[...new Set(found.data?.agencies.map(({ name }) => name) ?? [])]}
      // The server has compared already, by all its spellings.
      filter={({ options }) => options}
      splitChars={[';']}
      value={names}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
