import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { DraftTarget } from '../../../src/registry/plan-draft.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { DraftRows, type FieldsProps, type RowsProps } from './draft-rows.tsx';
import { BodiesField } from './row-parts.tsx';

const empty = (): DraftTarget => ({
  ...{ key: crypto.randomUUID(), source: null, kept: true, group: null, name: '', variant: null, parent: null },
  ...{ value: '', unit: null, year: null, yearFrom: null, agencies: [] },
});

export function TargetRows(props: RowsProps<DraftTarget>) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const { rows } = props;
  return (
    <DraftRows
      {...props}
      title={own.targets(formatNumber(rows.filter(({ kept }) => kept).length, language))}
      tableLabel={own.targetTable}
      one={own.target}
      addLabel={own.addTarget}
      nameOf={({ name, variant }) => [name, variant].filter(Boolean).join(', ')}
      columns={[
        {
          ...{ label: own.value, isRead: true },
          cell: ({ value, unit }) => (
            <>
              {value} <span className="soft">{unit}</span>
            </>
          ),
        },
        { label: own.year, cell: ({ yearFrom, year }) => [yearFrom, year].filter(Boolean).join(' – ') },
        { label: own.agencies, cell: ({ agencies }) => agencies.join('; ') },
      ]}
      begin={() => ({ ...empty(), year: rows.find(({ year }) => year !== null)?.year ?? null })}
      fields={(form) => <TargetFields {...form} />}
    />
  );
}

function TargetFields({ row, set }: FieldsProps<DraftTarget>) {
  const own = useWording().words.planDrafts;
  return (
    <>
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
        onChange={(value) => set({ year: typeof value === 'number' ? value : null })}
      />
      <TextInput
        label={own.group}
        value={row.group ?? ''}
        onChange={(event) => set({ group: event.currentTarget.value || null })}
      />
      <BodiesField label={own.agencies} names={row.agencies} onChange={(agencies) => set({ agencies })} />
    </>
  );
}
