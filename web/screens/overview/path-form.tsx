import { Button, NumberInput, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changeTargetPath } from '../../../src/api/overview.ts';
import { PathMethod } from '../../../src/registry/expected-path.ts';
import type { TargetStory } from '../../../src/registry/target-story.ts';
import { periodsOfYear } from '../../../src/values/period.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';

type Props = { of: TargetStory; onClose: () => void };

/** The periods at whose end a value can be set: the quarters of one year, the years of several. */
function periodsOf({ story }: TargetStory): string[] {
  if (!story) return [];
  const [from, to] = [Number(story.from.slice(0, 4)) + 1, Number(story.to.slice(0, 4))];
  if (to <= from) return periodsOfYear('quarter', to).slice(0, 3);
  return Array.from({ length: to - from }, (_, past) => String(from + past));
}

/** By what way the target is to be reached. */
export function PathForm({ of, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.overview;
  const client = useQueryClient();
  const { target, path } = of;
  const [method, setMethod] = useState<PathMethod>(path?.method ?? target.standing.method ?? 'linear');
  const [values, setValues] = useState(new Map((path?.points ?? []).map(({ period, value }) => [period, value])));
  const periods = [...new Set([...values.keys(), ...periodsOf(of)])];
  const save = useMutation({
    mutationFn: () =>
      call(changeTargetPath, {
        params: { documentId: target.documentId, targetId: target.id },
        body: {
          method,
          version: path?.version ?? 0,
          points: method === 'trajectory' ? [...values].map(([period, value]) => ({ period, value })) : [],
        },
      }),
    onSuccess: async () => {
      notifications.show({ message: own.pathSaved });
      for (const key of ['standing', 'standings', 'overview']) await client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const set = (period: string, value: number | string) => {
    const next = new Map(values);
    if (typeof value === 'number') next.set(period, value);
    else next.delete(period);
    setValues(next);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Select
        label={own.method}
        data={PathMethod.options.map((value) => ({ value, label: own.methods[value] }))}
        value={method}
        allowDeselect={false}
        onChange={(value) => setMethod(PathMethod.options.find((one) => one === value) ?? method)}
      />
      {method === 'trajectory' &&
        periods.map((period) => (
          <NumberInput
            key={period}
            label={periodWords(period, language)}
            description={target.indicatorUnit}
            decimalSeparator=","
            thousandSeparator="."
            value={values.get(period) ?? ''}
            onChange={(value) => set(period, value)}
          />
        ))}
      {save.isError && <Failure error={save.error} onRetry={() => save.mutate()} />}
      <Button type="submit" loading={save.isPending} disabled={method === 'trajectory' && values.size === 0}>
        {own.save}
      </Button>
    </form>
  );
}
