import { Alert, Button, FileInput, Select, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { loadBoundaries } from '../../../src/api/boundaries.ts';
import { BoundaryTier, boundaryTiers } from '../../../src/registry/boundary.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { sendForm } from '../../parts/send-form.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './boundaries.module.css';

/** One file for one tier, as of one day. */
export function LoadForm() {
  const { words, language } = useWording();
  const own = words.boundaries;
  const queries = useQueryClient();
  const [tier, setTier] = useState<BoundaryTier>('commune');
  const [day, setDay] = useState<PlainDate | null>(today());
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const load = useMutation({
    mutationFn: (given: { file: File; day: PlainDate }) =>
      sendForm(loadBoundaries, {}, { file: given.file, order: { tier, day: given.day, source } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['boundaries'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && day) load.mutate({ file, day });
  };
  const count = (value: number) => formatNumber(value, language);
  return (
    <form className={styles.form} onSubmit={submit} aria-label={own.load}>
      <Select
        label={own.tier}
        allowDeselect={false}
        data={boundaryTiers.map((value) => ({ value, label: words.tiers[value] }))}
        value={tier}
        onChange={(value) => setTier(BoundaryTier.options.find((one) => one === value) ?? tier)}
      />
      <DayField label={own.day} value={day} onChange={(next) => next !== undefined && setDay(next)} />
      <TextInput
        label={own.source}
        placeholder={own.sourceHint}
        maxLength={500}
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <FileInput
        label={own.file}
        placeholder={own.fileHint}
        accept=".geojson,.json"
        value={file}
        onChange={setFile}
        required
      />
      <Button
        type="submit"
        loading={load.isPending}
        disabled={!file || !day || source.trim() === ''}
        leftSection={<IconMapPin size={18} aria-hidden />}
      >
        {own.load}
      </Button>
      <div aria-live="polite" className={styles.said}>
        {load.isError && <Alert color="red">{sentenceOf(load.error, words, language)}</Alert>}
        {load.data && (
          <Alert color={load.data.unmatched.length > 0 ? 'yellow' : 'teal'}>
            {own.done(count(load.data.matched), count(load.data.unmatched.length))}
          </Alert>
        )}
      </div>
    </form>
  );
}
