import { Alert, Button, NumberInput, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { changeLadder, getLadder, removeLadder } from '../../../src/api/urging.ts';
import type { HeldLadder } from '../../../src/registry/urging-ladder.ts';
import { Failure } from '../../parts/fault.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording, useWords } from '../../words/words.ts';
import { LadderDocument } from './ladder-document.tsx';
import { OwnLadders } from './own-ladders.tsx';
import { ladderOf, type Rung, type RungEdits, rungOf, type ShownRung, shownRungs } from './rungs.ts';
import styles from './urging-settings.module.css';

type Props = { documentId: string | undefined; onDocument: (id: string | undefined) => void };

/** When who is reminded: the usual steps, or those of one document. */
export function LadderSection({ documentId, onDocument }: Props) {
  const { ladder: own } = useWords().urgingSettings;
  const key = ['urging-ladder', documentId ?? null];
  const query = { document: documentId };
  const held = useQuery({ queryKey: key, queryFn: ({ signal }) => call(getLadder, { query, signal }) });
  return (
    <section className={styles.section} aria-labelledby="ladder">
      <h2 id="ladder">{own.title}</h2>
      <p className="soft">{own.lead}</p>
      <LadderDocument documentId={documentId} onDocument={onDocument} />
      <OwnLadders chosen={documentId} onDocument={onDocument} />
      {held.isError && <Failure error={held.error} onRetry={() => void held.refetch()} />}
      {held.data && <LadderForm key={documentId} documentId={documentId} held={held.data} cacheKey={key} />}
    </section>
  );
}

type FormProps = { documentId: string | undefined; held: HeldLadder; cacheKey: readonly (string | null)[] };

function LadderForm({ documentId, held, cacheKey }: FormProps) {
  const { words, language } = useWording();
  const { ladder: own } = words.urgingSettings;
  const queries = useQueryClient();
  const changing = useMay()('assignWork');
  const [edits, setEdits] = useState<RungEdits>({});
  const rungs = shownRungs(held.steps, edits);
  const ladder = ladderOf(rungs);
  const save = useMutation({
    mutationFn: (body: HeldLadder) => call(changeLadder, { query: { document: documentId }, body }),
    onSuccess: (data) => {
      queries.setQueryData(cacheKey, data);
      // Documents without steps of their own show the usual ones.
      void queries.invalidateQueries({ queryKey: ['urging-ladder'] });
      setEdits({});
      notifications.show({ message: own.saved });
    },
    onError: (error) => {
      if (error instanceof CallError && error.code === 'changedMeanwhile')
        void queries.invalidateQueries({ queryKey: cacheKey });
    },
  });
  const back = useMutation({
    mutationFn: (document: string) => call(removeLadder, { query: { document, version: held.version } }),
    onSuccess: () => {
      setEdits({});
      notifications.show({ message: own.usualAgain });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['urging-ladder'] }),
  });
  const failed = save.error ?? back.error;
  const put = ({ kind }: ShownRung, rung: Rung) =>
    setEdits({ ...edits, [kind]: { rung, seen: edits[kind]?.seen ?? rungOf(held.steps, kind) } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ladder) save.mutate({ steps: ladder, version: held.version });
      }}
    >
      {documentId && <p>{held.version === 0 ? own.asUsual : own.ownSteps}</p>}
      {!changing && <p role="note">{own.whoChanges}</p>}
      <ul className={styles.rungs}>
        {rungs.map((rung) => (
          <Row key={rung.kind} rung={rung} changing={changing} onChange={(next) => put(rung, next)} />
        ))}
      </ul>
      {failed && (
        <Alert color="red" mt="sm" title={own.notSaved}>
          {sentenceOf(failed, words, language)}
        </Alert>
      )}
      {changing && (
        <div className={styles.foot} style={{ marginTop: 16 }}>
          <Button type="submit" loading={save.isPending} disabled={ladder === null || Object.keys(edits).length === 0}>
            {own.save}
          </Button>
          {Object.keys(edits).length > 0 && (
            <Button variant="default" onClick={() => setEdits({})}>
              {own.undo}
            </Button>
          )}
          {documentId && held.version > 0 && (
            <Button variant="default" loading={back.isPending} onClick={() => back.mutate(documentId)}>
              {own.backToUsual}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

type RowProps = { rung: ShownRung; changing: boolean; onChange: (rung: Rung) => void };

function Row({ rung: { kind, on, days, theirs }, changing, onChange }: RowProps) {
  const { ladder: own } = useWords().urgingSettings;
  const { name, who } = own.steps[kind];
  const when = own.when(kind === 'dueSoon');
  return (
    <li className={styles.rung}>
      <Switch
        label={name}
        description={who}
        checked={on}
        disabled={!changing}
        onChange={(event) => onChange({ on: event.currentTarget.checked, days })}
      />
      {kind !== 'dueToday' && (
        <div className={styles.days} data-off={!on || undefined}>
          <NumberInput
            aria-label={`${name}: ${when}`}
            w={76}
            min={1}
            max={kind === 'dueSoon' ? 60 : 250}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            required={on}
            disabled={!changing}
            value={days ?? ''}
            onChange={(value) => onChange({ on, days: typeof value === 'number' ? value : null })}
          />
          <span>{when}</span>
        </div>
      )}
      {theirs && <p className={styles.theirs}>{own.theirs(theirs.on ? `${theirs.days ?? ''} ${when}` : null)}</p>}
    </li>
  );
}
