import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changePathRules } from '../../../src/api/overview.ts';
import type { Overview } from '../../../src/registry/overview.ts';
import type { PathRules } from '../../../src/registry/standing.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { useMay } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';

type Props = { of: Overview['rules']; chosen: string | null };

/** By what the colours are found: for everybody to read, for the coordinator to set. */
export function Rules({ of, chosen }: Props) {
  const { words, language } = useWording();
  const own = words.overview;
  const may = useMay();
  const [open, setOpen] = useState(false);
  const number = (value: number) => formatNumber(value, language);
  const { slight, far, lateDays } = of.rules;
  return (
    <section className={styles.part} aria-labelledby="overview-rules">
      <h2 id="overview-rules">{own.rules}</h2>
      <p>
        {own.rulesWords(number(slight), number(far), number(lateDays))}{' '}
        <span className="soft">{of.documentId === null ? own.rulesOfAll : own.rulesOfOne}</span>
      </p>
      {may('changePaths') && (
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          {own.changeRules}
        </Button>
      )}
      {open && (
        <SidePanel title={own.changeRules} onClose={() => setOpen(false)}>
          <RulesForm of={of} chosen={chosen} onClose={() => setOpen(false)} />
        </SidePanel>
      )}
    </section>
  );
}

const fields = ['slight', 'far', 'lateDays'] as const;

function RulesForm({ of, chosen, onClose }: Props & { onClose: () => void }) {
  const own = useWording().words.overview;
  const client = useQueryClient();
  const [rules, setRules] = useState<PathRules>(of.rules);
  const save = useMutation({
    mutationFn: () =>
      call(changePathRules, {
        body: { documentId: chosen, rules, version: of.documentId === chosen ? of.version : 0 },
      }),
    onSuccess: async () => {
      notifications.show({ message: own.saved });
      await client.invalidateQueries({ queryKey: ['overview'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className="soft">{chosen === null ? own.rulesOfAll : own.rulesOfOne}</p>
      {fields.map((field) => (
        <NumberInput
          key={field}
          label={own[field]}
          value={rules[field]}
          min={field === 'far' ? rules.slight : 0}
          max={field === 'lateDays' ? 400 : 100}
          decimalSeparator=","
          required
          onChange={(value) => typeof value === 'number' && setRules({ ...rules, [field]: value })}
        />
      ))}
      {save.isError && <Failure error={save.error} onRetry={() => save.mutate()} />}
      <Button type="submit" loading={save.isPending} disabled={rules.far < rules.slight}>
        {own.save}
      </Button>
    </form>
  );
}
