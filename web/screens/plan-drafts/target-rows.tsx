import { Button, Modal, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Beside, DraftTarget } from '../../../src/registry/plan-draft.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';
import { BesideRow, BodiesField, RowTools, UnreadMark } from './row-parts.tsx';

export type RowsProps<R> = {
  rows: R[];
  beside: ReadonlyMap<string, Beside>;
  unread: readonly string[];
  writes: boolean;
  onChange: (rows: R[]) => void;
};

const empty = (): DraftTarget => ({
  ...{ key: crypto.randomUUID(), source: null, kept: true, group: null, name: '', variant: null, parent: null },
  ...{ value: '', unit: null, year: null, yearFrom: null, agencies: [] },
});

export function TargetRows({ rows, beside, unread, writes, onChange }: RowsProps<DraftTarget>) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const [edited, setEdited] = useState<DraftTarget>();
  const settle = (row: DraftTarget) => {
    const isThere = rows.some(({ key }) => key === row.key);
    onChange(isThere ? rows.map((one) => (one.key === row.key ? row : one)) : [...rows, row]);
    setEdited(undefined);
  };
  return (
    <section className={styles.part}>
      <h2>{own.targets(formatNumber(rows.filter(({ kept }) => kept).length, language))}</h2>
      {rows.length > 0 && (
        <table className={styles.table} aria-label={own.targetTable}>
          <thead>
            <tr>
              <th scope="col">{own.target}</th>
              <th scope="col">{own.value}</th>
              <th scope="col">{own.year}</th>
              <th scope="col">{own.agencies}</th>
              <th scope="col">{own.before}</th>
              {writes && <th scope="col">{own.steps}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-dropped={!row.kept || undefined}>
                <th scope="row">{[row.name, row.variant].filter(Boolean).join(', ')}</th>
                <td data-label={own.value}>
                  {row.value} <span className="soft">{row.unit}</span>
                  {unread.includes(row.key) && <UnreadMark />}
                </td>
                <td data-label={own.year}>{[row.yearFrom, row.year].filter(Boolean).join(' – ')}</td>
                <td data-label={own.agencies}>{row.agencies.join('; ')}</td>
                <td data-label={own.before}>
                  <BesideRow beside={beside.get(row.key)} />
                </td>
                {writes && (
                  <td>
                    <RowTools rows={rows} row={row} name={row.name} onEdit={() => setEdited(row)} onChange={onChange} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {writes && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setEdited({ ...empty(), year: rows.find(({ year }) => year !== null)?.year ?? null })}
        >
          {own.addTarget}
        </Button>
      )}
      {edited && <TargetForm key={edited.key} row={edited} onSettle={settle} onClose={() => setEdited(undefined)} />}
    </section>
  );
}

type FormProps = { row: DraftTarget; onSettle: (row: DraftTarget) => void; onClose: () => void };

function TargetForm({ row: begun, onSettle, onClose }: FormProps) {
  const { words } = useWording();
  const own = words.planDrafts;
  const [row, setRow] = useState(begun);
  const set = (changes: Partial<DraftTarget>) => setRow({ ...row, ...changes });
  const year = (value: number | string) => (typeof value === 'number' ? value : null);
  return (
    <Modal opened onClose={onClose} title={own.target} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSettle(row);
        }}
      >
        <Textarea
          label={own.target}
          autosize
          required
          value={row.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={own.variant}
          value={row.variant ?? ''}
          onChange={(event) => set({ variant: event.currentTarget.value || null })}
        />
        <TextInput
          label={own.value}
          description={own.valueHint}
          required
          value={row.value}
          onChange={(event) => set({ value: event.currentTarget.value })}
        />
        <TextInput
          label={own.unit}
          value={row.unit ?? ''}
          onChange={(event) => set({ unit: event.currentTarget.value || null })}
        />
        <NumberInput
          label={own.year}
          min={1900}
          max={2200}
          value={row.year ?? ''}
          onChange={(value) => set({ year: year(value) })}
        />
        <TextInput
          label={own.group}
          value={row.group ?? ''}
          onChange={(event) => set({ group: event.currentTarget.value || null })}
        />
        <BodiesField label={own.agencies} names={row.agencies} onChange={(agencies) => set({ agencies })} />
        <div className={styles.buttons}>
          <Button type="submit">{own.put}</Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
