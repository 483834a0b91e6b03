import { ActionIcon, Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { AgencyKind, type AgencyName } from '../../../src/registry/agency.ts';
import type { AgencyFields } from '../../../src/registry/agency-edit.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useWords } from '../../words/words.ts';
import styles from './agencies.module.css';

type Row = AgencyName & { key: number };

type Props = {
  fields: AgencyFields;
  busy: boolean;
  onSave: (fields: AgencyFields, reason: string) => void;
  onCancel: () => void;
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** All that an officer may say of an agency: its kind, its names and their days, how to reach it. */
export function AgencyForm({ fields, busy, onSave, onCancel }: Props) {
  const words = useWords();
  const own = words.agencies;
  const [now, setNow] = useState(fields);
  const [rows, setRows] = useState<Row[]>(fields.names.map((name, key) => ({ ...name, key })));
  const [reason, setReason] = useState('');
  const change = (next: Partial<AgencyFields>) => setNow((one) => ({ ...one, ...next }));
  const changeRow = (key: number, next: Partial<AgencyName>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...next } : row)));
  const add = () =>
    setRows((all) => [
      ...all,
      {
        key: Math.max(0, ...all.map(({ key }) => key)) + 1,
        kind: 'alias',
        name: '',
        validFrom: null,
        validUntil: null,
      },
    ]);
  const names = rows
    .filter(({ name }) => name.trim() !== '')
    .map(({ key: _, ...name }) => ({ ...name, name: name.name.trim() }));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ ...now, names }, reason);
      }}
    >
      <fieldset className={styles.names}>
        <legend>{own.names}</legend>
        {rows.map((row) => (
          <div key={row.key} className={styles.nameRow}>
            <TextInput
              label={own.name}
              value={row.name}
              maxLength={300}
              onChange={(event) => changeRow(row.key, { name: event.currentTarget.value })}
            />
            <Select
              label={own.nameKind}
              data={(['official', 'alias', 'abbreviation'] as const).map((value) => ({
                value,
                label: own.nameKinds[value],
              }))}
              value={row.kind}
              allowDeselect={false}
              onChange={(kind) => kind && changeRow(row.key, { kind: kind as AgencyName['kind'] })}
            />
            <DayField
              label={own.validFrom}
              value={row.validFrom}
              onChange={(day) => day !== undefined && changeRow(row.key, { validFrom: day })}
            />
            <DayField
              label={own.validUntil}
              value={row.validUntil}
              onChange={(day) => day !== undefined && changeRow(row.key, { validUntil: day })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={own.removeName(row.name)}
              onClick={() => setRows((all) => all.filter(({ key }) => key !== row.key))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {own.addName}
        </Button>
      </fieldset>
      <div className={styles.fields}>
        <Select
          label={own.kind}
          data={AgencyKind.options.map((value) => ({ value, label: own.kinds[value] }))}
          value={now.kind}
          allowDeselect={false}
          onChange={(kind) => kind && change({ kind: kind as AgencyKind })}
        />
        <DayField
          label={own.validFrom}
          value={now.validFrom}
          onChange={(day) => day !== undefined && change({ validFrom: day })}
        />
        <DayField
          label={own.validUntil}
          value={now.validUntil}
          onChange={(day) => day !== undefined && change({ validUntil: day })}
        />
        <TextInput
          label={own.symbol}
          value={now.symbol ?? ''}
          maxLength={300}
          onChange={(event) => change({ symbol: orNull(event.currentTarget.value) })}
        />
        <TextInput
          label={own.exchangeCode}
          value={now.exchangeCode ?? ''}
          maxLength={300}
          onChange={(event) => change({ exchangeCode: orNull(event.currentTarget.value) })}
        />
        <Textarea
          label={own.contact}
          autosize
          value={now.contact ?? ''}
          maxLength={2000}
          onChange={(event) => change({ contact: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        <TextInput
          label={own.reason}
          placeholder={own.reasonHint}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onCancel}>
          {own.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={names.length === 0}>
          {own.save}
        </Button>
      </Group>
    </form>
  );
}
