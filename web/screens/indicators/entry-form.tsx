import { Alert, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { IndicatorFields } from '../../../src/registry/indicator.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { type FormFields, fieldsOf, formOf, wrongFactor } from './fields.ts';
import styles from './indicators.module.css';
import { RuleFields } from './rule-fields.tsx';

type Props = {
  initial: IndicatorFields;
  /** Asks for a reason, too. */
  changing: boolean;
  pending: boolean;
  error: unknown;
  onSave: (fields: IndicatorFields, reason: string) => void;
  onCancel: () => void;
};

const options = <K extends string>(labels: Record<K, string>) =>
  (Object.entries(labels) as [K, string][]).map(([value, label]) => ({ value, label }));

/** Everything an officer may say of an indicator. */
export function EntryForm({ initial, changing, pending, error, onSave, onCancel }: Props) {
  const { words, language } = useWording();
  const { fields: names, measures, directions, pillars, owners } = words.indicators;
  const [form, setForm] = useState<FormFields>(() => formOf(initial));
  const [reason, setReason] = useState('');
  const put = (next: Partial<FormFields>) => setForm((now) => ({ ...now, ...next }));
  const wrong = wrongFactor(form.unitFactors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong === undefined) onSave(fieldsOf(form), reason);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        required
        label={names.name}
        value={form.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <Textarea
        label={names.synonyms}
        autosize
        minRows={2}
        maxRows={8}
        value={form.synonyms}
        onChange={(event) => put({ synonyms: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <TextInput
          label={names.unit}
          value={form.unit ?? ''}
          onChange={(event) => put({ unit: event.currentTarget.value || null })}
        />
        <TextInput
          label={names.decimals}
          inputMode="numeric"
          pattern="[0-6]"
          value={form.decimals}
          onChange={(event) => put({ decimals: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={names.unitFactors}
        description={names.unitFactorsHint}
        autosize
        minRows={1}
        maxRows={6}
        value={form.unitFactors}
        error={wrong !== undefined && words.indicators.wrongFactor(wrong)}
        onChange={(event) => put({ unitFactors: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <Select
          label={names.measure}
          allowDeselect={false}
          data={options(measures)}
          value={form.measure}
          onChange={(measure) => measure && put({ measure })}
        />
        <Select
          label={names.direction}
          allowDeselect={false}
          data={options(directions)}
          value={form.direction}
          onChange={(direction) => direction && put({ direction })}
        />
        <Select
          label={names.pillar}
          clearable
          data={options(pillars)}
          value={form.pillar}
          onChange={(pillar) => put({ pillar })}
        />
        <Select
          label={names.ownerProfile}
          clearable
          searchable
          data={options(owners)}
          value={form.ownerProfile}
          onChange={(ownerProfile) => put({ ownerProfile })}
        />
        <TextInput
          label={names.statisticalCode}
          value={form.statisticalCode ?? ''}
          onChange={(event) => put({ statisticalCode: event.currentTarget.value || null })}
        />
      </div>
      <Checkbox
        label={names.cumulative}
        checked={form.cumulative}
        onChange={(event) => put({ cumulative: event.currentTarget.checked })}
      />
      <RuleFields form={form} put={put} />
      {changing && (
        <TextInput label={names.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      )}
      {error !== null && (
        <Alert color="red" title={words.indicators.notSaved}>
          {sentenceOf(error, words, language)}
        </Alert>
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={pending}>
          {words.indicators.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.indicators.cancel}
        </Button>
      </div>
    </form>
  );
}
