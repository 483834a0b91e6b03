import { Button, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listMappings, removeMapping, saveMapping } from '../../../src/api/figure-imports.ts';
import type { FigureMapping } from '../../../src/registry/figure-import.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './figure-imports.module.css';

const key = ['import-mappings'];

type Props = { mapping: FigureMapping; onUse: (mapping: FigureMapping) => void };

/** How files of one form are read: chosen by its name, or kept under one. */
export function SavedMappings({ mapping, onUse }: Props) {
  const { words, language } = useWording();
  const own = words.figureImports;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => call(listMappings, { signal }) });
  const saved = data?.mappings ?? [];
  const known = saved.find((one) => one.name === name.trim());
  const put = useMutation({
    mutationFn: () => call(saveMapping, { body: { name, mapping, version: known?.version ?? 0 } }),
    onSuccess: (done) => {
      setChosen(done.name);
      notifications.show({ message: own.savedNow(done.name) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const remove = useMutation({
    mutationFn: (version: number) => call(removeMapping, { params: { name: chosen }, query: { version } }),
    onSuccess: () => setChosen(''),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const use = (one: string) => {
    setChosen(one);
    setName(one);
    const found = saved.find((other) => other.name === one);
    if (found) onUse(found.mapping);
  };
  const here = saved.find((one) => one.name === chosen);
  const failed = put.error ?? remove.error;
  return (
    <div className={styles.fields}>
      {saved.length > 0 && (
        <NativeSelect
          label={own.saved}
          value={chosen}
          data={[{ value: '', label: own.guessed }, ...saved.map((one) => one.name)]}
          onChange={(event) => use(event.currentTarget.value)}
        />
      )}
      {here && (
        <AskedButton
          variant="subtle"
          color="gray"
          title={`${own.remove}: ${here.name}`}
          hint={own.removeHint}
          loading={remove.isPending}
          onYes={() => remove.mutate(here.version)}
        >
          {own.remove}
        </AskedButton>
      )}
      <TextInput
        label={own.saveAs}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" disabled={name.trim() === ''} loading={put.isPending} onClick={() => put.mutate()}>
        {own.save}
      </Button>
      {failed && (
        <p role="alert" className={styles.fault}>
          {sentenceOf(failed, words, language)}
        </p>
      )}
    </div>
  );
}
