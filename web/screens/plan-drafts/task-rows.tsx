import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftTask } from '../../../src/registry/plan-draft.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';
import { BesideRow, BodiesField, RowTools, UnreadMark } from './row-parts.tsx';
import type { RowsProps } from './target-rows.tsx';

const empty = (): DraftTask => ({
  ...{ key: crypto.randomUUID(), source: null, kept: true, group: null, content: '', lead: [], coord: [] },
  ...{ monitor: [], time: '', product: null, funding: null },
});

export function TaskRows({ rows, beside, unread, writes, onChange }: RowsProps<DraftTask>) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const [edited, setEdited] = useState<DraftTask>();
  const settle = (row: DraftTask) => {
    const isThere = rows.some(({ key }) => key === row.key);
    onChange(isThere ? rows.map((one) => (one.key === row.key ? row : one)) : [...rows, row]);
    setEdited(undefined);
  };
  return (
    <section className={styles.part}>
      <h2>{own.tasks(formatNumber(rows.filter(({ kept }) => kept).length, language))}</h2>
      {rows.length > 0 && (
        <table className={styles.table} aria-label={own.taskTable}>
          <thead>
            <tr>
              <th scope="col">{own.task}</th>
              <th scope="col">{own.leads}</th>
              <th scope="col">{own.time}</th>
              <th scope="col">{own.product}</th>
              <th scope="col">{own.before}</th>
              {writes && <th scope="col">{own.steps}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-dropped={!row.kept || undefined}>
                <th scope="row">{row.content}</th>
                <td data-label={own.leads}>{row.lead.join('; ')}</td>
                <td data-label={own.time}>
                  {row.time}
                  {unread.includes(row.key) && <UnreadMark />}
                </td>
                <td data-label={own.product}>{row.product}</td>
                <td data-label={own.before}>
                  <BesideRow beside={beside.get(row.key)} />
                </td>
                {writes && (
                  <td>
                    <RowTools
                      rows={rows}
                      row={row}
                      name={row.content.slice(0, 80)}
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
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited(empty())}>
          {own.addTask}
        </Button>
      )}
      {edited && <TaskForm key={edited.key} row={edited} onSettle={settle} onClose={() => setEdited(undefined)} />}
    </section>
  );
}

type FormProps = { row: DraftTask; onSettle: (row: DraftTask) => void; onClose: () => void };

function TaskForm({ row: begun, onSettle, onClose }: FormProps) {
  const { words } = useWording();
  const own = words.planDrafts;
  const [row, setRow] = useState(begun);
  const set = (changes: Partial<DraftTask>) => setRow({ ...row, ...changes });
  return (
    <Modal opened onClose={onClose} title={own.task} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSettle(row);
        }}
      >
        <Textarea
          label={own.task}
          autosize
          minRows={2}
          required
          value={row.content}
          onChange={(event) => set({ content: event.currentTarget.value.replace(/\n/g, ' ') })}
        />
        <BodiesField label={own.leads} names={row.lead} onChange={(lead) => set({ lead })} />
        <BodiesField label={own.coord} names={row.coord} onChange={(coord) => set({ coord })} />
        <BodiesField label={own.monitor} names={row.monitor} onChange={(monitor) => set({ monitor })} />
        <TextInput
          label={own.time}
          description={own.timeHint}
          value={row.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
        <TextInput
          label={own.product}
          value={row.product ?? ''}
          onChange={(event) => set({ product: event.currentTarget.value || null })}
        />
        <TextInput
          label={own.funding}
          value={row.funding ?? ''}
          onChange={(event) => set({ funding: event.currentTarget.value || null })}
        />
        <TextInput
          label={own.group}
          value={row.group ?? ''}
          onChange={(event) => set({ group: event.currentTarget.value || null })}
        />
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
