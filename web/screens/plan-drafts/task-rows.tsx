import { Textarea, TextInput } from '@mantine/core';
import type { DraftTask } from '../../../src/registry/plan-draft.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { DraftRows, type FieldsProps, type RowsProps } from './draft-rows.tsx';
import { BodiesField } from './row-parts.tsx';

const empty = (): DraftTask => ({
  ...{ key: crypto.randomUUID(), source: null, kept: true, group: null, content: '', lead: [], coord: [] },
  ...{ monitor: [], time: '', product: null, funding: null },
});

export function TaskRows(props: RowsProps<DraftTask>) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  return (
    <DraftRows
      {...props}
      title={own.tasks(formatNumber(props.rows.filter(({ kept }) => kept).length, language))}
      tableLabel={own.taskTable}
      one={own.task}
      addLabel={own.addTask}
      nameOf={({ content }) => content}
      columns={[
        { label: own.leads, cell: ({ lead }) => lead.join('; ') },
        { label: own.time, cell: ({ time }) => time, isRead: true },
        { label: own.product, cell: ({ product }) => product },
      ]}
      begin={empty}
      fields={(form) => <TaskFields {...form} />}
    />
  );
}

function TaskFields({ row, set }: FieldsProps<DraftTask>) {
  const own = useWording().words.planDrafts;
  return (
    <>
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
    </>
  );
}
