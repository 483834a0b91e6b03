import { Alert, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { addRegime, changeRegime, getRegime } from '../../../src/api/regimes.ts';
import type { RegimeFields, RegimeRecord } from '../../../src/registry/regime.ts';
import { faultsOfLines } from '../../../src/registry/regime-lines.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { today } from '../../parts/as-of.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { OutlineFields } from './outline-fields.tsx';
import { draftOf, emptyRegime, fieldsOf, mergedRegime, type RegimeDraft } from './regime-draft.ts';
import { RegimeFacts } from './regime-facts.tsx';
import { RegimeLines, useCatalogue } from './regime-lines.tsx';
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
  const [begun, setBegun] = useState(() => (regime ? draftOf(regime) : emptyRegime(today())));
  const [draft, setDraft] = useState(begun);
  const [names, setNames] = useState(regime?.names ?? {});
  const [notice, setNotice] = useState<string | null>(null);
  const fields = fieldsOf(draft);
  const catalogue = useCatalogue();
  const faults = useMemo(
    () => (catalogue ? faultsOfLines(draft.lines, (id) => catalogue.get(id)) : []),
    [catalogue, draft.lines],
  );
  const faulty = faults.filter((fault) => fault !== null).length;
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
  const change = useCallback((part: Partial<RegimeDraft>) => setDraft((now) => ({ ...now, ...part })), []);
  const name = useCallback((id: string, called: string) => setNames((known) => ({ ...known, [id]: called })), []);
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
        <Reporters draft={draft} names={names} onChange={change} onName={name} />
        <RegimeLines
          key={seen?.version}
          lines={draft.lines}
          reporters={draft.reporters}
          receiverId={draft.receiverId}
          content={draft.content}
          asks={draft.asks}
          catalogue={catalogue}
          faults={faults}
          names={names}
          onChange={change}
          onName={name}
        />
        <OutlineFields
          outline={draft.outline}
          names={names}
          onChange={(outline) => change({ outline })}
          onName={name}
        />
      </fieldset>
      {notice && (
        <Alert color="yellow" role="alert">
          {notice}
        </Alert>
      )}
      <Group justify="flex-end">
        {faulty > 0 && <p className={styles.wrong}>{own.linesToMend(formatNumber(faulty, language))}</p>}
        <Button variant="default" onClick={onDone}>
          {own.cancel}
        </Button>
        {writes && (
          <Button type="submit" disabled={!fields || faulty > 0} loading={save.isPending}>
            {own.save}
          </Button>
        )}
      </Group>
    </form>
  );
}
