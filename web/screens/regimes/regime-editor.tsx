import { Alert, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { addRegime, changeRegime, getRegime } from '../../../src/api/regimes.ts';
import type { RegimeFields, RegimeRecord } from '../../../src/registry/regime.ts';
import { dayOfMoment } from '../../../src/values/plain-date.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { OutlineFields } from './outline-fields.tsx';
import { draftOf, emptyRegime, fieldsOf, mergedRegime } from './regime-draft.ts';
import { RegimeFacts } from './regime-facts.tsx';
import styles from './regimes.module.css';
import { Reporters } from './reporters.tsx';

type Props = { regime: RegimeRecord | undefined; onDone: () => void };

/** Writes a regime. Where somebody else saved it meanwhile, what was not touched here becomes theirs, and is told. */
export function RegimeEditor({ regime, onDone }: Props) {
  const { words, language } = useWording();
  const own = words.regimes;
  const may = useMay();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(regime);
  const [begun, setBegun] = useState(() => (regime ? draftOf(regime) : emptyRegime(dayOfMoment(new Date()))));
  const [draft, setDraft] = useState(begun);
  const [names, setNames] = useState(regime?.names ?? {});
  const [notice, setNotice] = useState<string | null>(null);
  const fields = fieldsOf(draft);
  const save = useMutation({
    mutationFn: (body: RegimeFields) =>
      seen
        ? call(changeRegime, { params: { id: seen.id }, body: { fields: body, version: seen.version } })
        : call(addRegime, { body: { fields: body } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['regimes'] });
      queries.removeQueries({ queryKey: ['regime'] });
      notifications.show({ message: own.saved });
      onDone();
    },
    onError: async (error) => {
      const sentence = sentenceOf(error, words, language);
      setNotice(sentence);
      if (!(error instanceof CallError) || error.code !== 'changedMeanwhile' || !seen) return;
      const now = await call(getRegime, { params: { id: seen.id } });
      setDraft((mine) => mergedRegime(begun, mine, draftOf(now)));
      setBegun(draftOf(now));
      setSeen(now);
      setNames((known) => ({ ...known, ...now.names }));
      setNotice(`${sentence} ${own.merged}`);
    },
  });
  const writes = may('changeRegimes');
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (fields) save.mutate(fields);
      }}
    >
      <fieldset disabled={!writes} className={styles.all}>
        <RegimeFacts draft={draft} onChange={change} />
        <Reporters
          draft={draft}
          names={names}
          onChange={change}
          onName={(id, name) => setNames((known) => ({ ...known, [id]: name }))}
        />
        <OutlineFields
          outline={draft.outline}
          names={names}
          onChange={(outline) => change({ outline })}
          onName={(id, name) => setNames((known) => ({ ...known, [id]: name }))}
        />
      </fieldset>
      {notice && (
        <Alert color="yellow" role="alert">
          {notice}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {own.cancel}
        </Button>
        {writes && (
          <Button type="submit" disabled={!fields} loading={save.isPending}>
            {own.save}
          </Button>
        )}
      </Group>
    </form>
  );
}
