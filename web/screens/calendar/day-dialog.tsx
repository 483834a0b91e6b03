import { Alert, Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changeCalendarDay } from '../../../src/api/calendar.ts';
import { call } from '../../../src/api/client.ts';
import type { DayFields } from '../../../src/registry/calendar-edit.ts';
import { type CalendarDay, isWeekend } from '../../../src/registry/working-days.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';

/** A day that is there already or, of a new one, not even chosen. */
export type Edited = { day: PlainDate | null; stored: CalendarDay | undefined };

type Props = {
  edited: Edited | null;
  onClose: () => void;
  onSaved: (day: PlainDate, moved: number, movedTo: PlainDate | null) => void;
};

export function DayDialog({ edited, onClose, onSaved }: Props) {
  const { calendar: own } = useWording().words;
  const title = edited?.stored ? own.changeDay(formatDate(edited.stored.day)) : own.add;
  return (
    <Dialog opened={edited !== null} onClose={onClose} title={title}>
      {edited && <DayForm key={edited.day} edited={edited} onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  );
}

function DayForm({ edited: { day: given, stored }, onClose, onSaved }: Props & { edited: Edited }) {
  const { words, language } = useWording();
  const { form } = words.calendar;
  const [day, setDay] = useState<PlainDate | null | undefined>(given);
  const [fields, setFields] = useState<DayFields>(() => ({
    kind: stored?.kind ?? (given && isWeekend(given) ? 'working' : 'off'),
    name: stored?.name ?? '',
    source: stored?.source ?? '',
    certain: stored?.certain ?? true,
  }));
  const [reason, setReason] = useState('');
  const put = (next: Partial<DayFields>) => setFields((now) => ({ ...now, ...next }));
  const saving = useMutation({
    mutationFn: (change: { day: PlainDate; fields: DayFields }) =>
      call(changeCalendarDay, {
        params: { day: change.day },
        body: { fields: change.fields, version: stored?.version ?? 0, ...(reason && { reason }) },
      }),
    onSuccess: ({ moved, movedTo }, change) => onSaved(change.day, moved, movedTo),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) saving.mutate({ day, fields });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {!stored && <DayField label={form.day} value={given} onChange={setDay} autoFocus={given === null} />}
        <Radio.Group
          label={form.kind}
          value={fields.kind}
          onChange={(kind) => put({ kind: kind as DayFields['kind'] })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="off" label={form.off} />
            <Radio value="working" label={form.working} />
          </Stack>
        </Radio.Group>
        <TextInput
          required
          label={form.name}
          maxLength={300}
          value={fields.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <TextInput
          required
          label={form.source}
          description={form.sourceHint}
          maxLength={300}
          value={fields.source}
          onChange={(event) => put({ source: event.currentTarget.value })}
        />
        <Checkbox
          label={form.certain}
          checked={fields.certain}
          onChange={(event) => put({ certain: event.currentTarget.checked })}
        />
        <TextInput
          required={Boolean(day && day < today())}
          label={form.reason}
          description={form.reasonHint}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {saving.error && (
          <Alert color="red" title={form.notSaved}>
            {sentenceOf(saving.error, words, language)}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending} disabled={!day}>
            {form.save}
          </Button>
          {stored && (
            <Button
              variant="light"
              color="red"
              disabled={saving.isPending}
              onClick={() => saving.mutate({ day: stored.day, fields: { ...fields, kind: 'usual' } })}
            >
              {form.remove}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {form.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
