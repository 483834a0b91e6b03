import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Beside } from '../../../src/registry/plan-draft.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';
import { BesideRow, RowTools, UnreadMark } from './row-parts.tsx';

type Row = { key: string; kept: boolean; source: unknown };

export type RowsProps<R> = {
  rows: R[];
  beside: ReadonlyMap<string, Beside>;
  unread: readonly string[];
  writes: boolean;
  onChange: (rows: R[]) => void;
};

type Column<R> = {
  label: string;
  cell: (row: R) => ReactNode;
  /** What the reader is to understand: it is marked here where it does not. */
  isRead?: boolean;
};

export type FieldsProps<R> = { row: R; set: (changes: Partial<R>) => void };

type Frame<R> = {
  title: string;
  tableLabel: string;
  /** What one row is: head of the first column, and title of the form. */
  one: string;
  addLabel: string;
  nameOf: (row: R) => string;
  columns: readonly Column<R>[];
  begin: () => R;
  fields: (props: FieldsProps<R>) => ReactNode;
};

/** The targets or the tasks of a draft: a table, with a form for each row. */
export function DraftRows<R extends Row>(props: RowsProps<R> & Frame<R>) {
  const { rows, beside, unread, writes, onChange, title, tableLabel, one, addLabel, nameOf, columns, begin } = props;
  const own = useWording().words.planDrafts;
  const [edited, setEdited] = useState<R>();
  const settle = (row: R) => {
    const isThere = rows.some(({ key }) => key === row.key);
    onChange(isThere ? rows.map((other) => (other.key === row.key ? row : other)) : [...rows, row]);
    setEdited(undefined);
  };
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {rows.length > 0 && (
        <table className={styles.table} aria-label={tableLabel}>
          <thead>
            <tr>
              {[one, ...columns.map(({ label }) => label), own.before, ...(writes ? [own.steps] : [])].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-dropped={!row.kept || undefined}>
                <th scope="row">{nameOf(row)}</th>
                {columns.map(({ label, cell, isRead }) => (
                  <td key={label} data-label={label}>
                    {cell(row)}
                    {isRead && unread.includes(row.key) && <UnreadMark />}
                  </td>
                ))}
                <td data-label={own.before}>
                  <BesideRow beside={beside.get(row.key)} />
                </td>
                {writes && (
                  <td>
                    <RowTools
                      rows={rows}
                      row={row}
                      name={nameOf(row).slice(0, 80)}
                      onEdit={() => setEdited(row)}
                      onChange={onChange}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {writes && (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited(begin())}>
          {addLabel}
        </Button>
      )}
      {edited && (
        <RowForm
          key={edited.key}
          title={one}
          row={edited}
          fields={props.fields}
          onSettle={settle}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

type FormProps<R> = {
  title: string;
  row: R;
  fields: Frame<R>['fields'];
  onSettle: (row: R) => void;
  onClose: () => void;
};

function RowForm<R>({ title, row: begun, fields, onSettle, onClose }: FormProps<R>) {
  const { words } = useWording();
  const own = words.planDrafts;
  const [row, setRow] = useState(begun);
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSettle(row);
        }}
      >
        {fields({ row, set: (changes) => setRow({ ...row, ...changes }) })}
        <div className={styles.buttons}>
          <Button type="submit">{own.put}</Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
