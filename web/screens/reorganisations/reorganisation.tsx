import { Alert, Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconPlayerPlay } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Rehearsal } from '../../../src/registry/rehearsal.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Deciding } from './deciding.tsx';
import { ConfirmDialog, UndoDialog } from './dialogs.tsx';
import { Flows } from './flows.tsx';
import { OwnActions } from './own-actions.tsx';
import styles from './reorganisations.module.css';
import { StateMark } from './state-mark.tsx';
import { useConfirm, useDeciding, useReorganisation, useUndo } from './use-reorganisation.ts';

const route = getRouteApi('/don-vi/sap-xep/$id');

/** One event: everything it moves, what waits for a choice, and the one step that carries it out. */
export function Reorganisation() {
  const { id } = route.useParams();
  const found = useReorganisation(id);
  const { words } = useWording();
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Page title={words.reorganisations.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  return <Event key={id} rehearsal={found.data} />;
}

function Event({ rehearsal }: { rehearsal: Rehearsal }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const { id, state, event, counts, along, faults, choices } = rehearsal;
  const deciding = useDeciding(rehearsal);
  const reorganises = useMay()('reorganise');
  const [asking, setAsking] = useState<'confirm' | 'undo'>();
  const confirm = useConfirm(id);
  const undo = useUndo(id);
  const close = () => setAsking(undefined);
  const goesAlong = Object.values(along).some((count) => count > 0);
  const movable = counts.ended > 0 || goesAlong || (state === 'planned' && rehearsal.own);
  const ready = movable && faults.length === 0 && counts.waiting === 0 && !deciding.saving;
  return (
    <Page
      title={event.title}
      aside={<StateMark state={state} waiting={counts.ended + counts.waiting} />}
      actions={
        reorganises && (
          <>
            {rehearsal.own && state === 'planned' && <OwnActions rehearsal={rehearsal} />}
            {state === 'applied' && (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={18} aria-hidden />}
                loading={undo.isPending}
                onClick={() => setAsking('undo')}
              >
                {names.undo}
              </Button>
            )}
            {(state === 'planned' || counts.ended > 0 || along.reports > 0) && (
              <Button
                leftSection={<IconPlayerPlay size={18} aria-hidden />}
                disabled={!ready}
                loading={confirm.isPending}
                onClick={() => setAsking('confirm')}
              >
                {state === 'applied' ? names.confirmMore : names.confirm}
              </Button>
            )}
          </>
        )
      }
    >
      <p className={styles.lead}>
        <Link to="/don-vi/sap-xep">{names.back}</Link> · {names.from(formatDate(event.effectiveOn))} ·{' '}
        {event.legalBasis}
      </p>
      <Faults rehearsal={rehearsal} />
      <Numbers rehearsal={rehearsal} />
      {reorganises && choices.length > 0 && <Deciding rehearsal={rehearsal} deciding={deciding} />}
      {rehearsal.flows.length === 0 && choices.length === 0 && <p className="soft">{names.nothingMoves}</p>}
      {rehearsal.flows.length > 0 && <Flows rehearsal={rehearsal} />}
      <ConfirmDialog
        opened={asking === 'confirm'}
        text={names.confirmText(
          formatNumber(counts.ended, language),
          formatNumber(counts.made, language),
          formatDate(event.effectiveOn),
        )}
        onClose={close}
        onConfirm={() => {
          close();
          confirm.mutate(rehearsal);
        }}
      />
      <UndoDialog
        opened={asking === 'undo'}
        onClose={close}
        onConfirm={(reason) => {
          close();
          undo.mutate({ version: rehearsal.version, reason });
        }}
      />
    </Page>
  );
}

function Faults({ rehearsal: { faults, names: agencies } }: { rehearsal: Rehearsal }) {
  const { words, language } = useWording();
  if (faults.length === 0) return null;
  const nameOf = (id: string | undefined): string => (id === undefined ? '' : (agencies[id] ?? id));
  const sentences = faults.map(({ code, agencyId, move, reorganisationId }) => {
    const sentence = words.reorganisations.faults[code](nameOf(agencyId), nameOf(reorganisationId));
    return move === undefined ? sentence : `${words.reorganisations.faultMove(move + 1)} ${sentence}`;
  });
  return (
    <Alert
      color="red"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      title={words.reorganisations.faultsTitle(formatNumber(faults.length, language))}
    >
      <ul className={styles.faults}>
        {[...new Set(sentences)].slice(0, 20).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Numbers({ rehearsal: { counts, along } }: { rehearsal: Rehearsal }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const figures: [number, string, boolean?][] = [
    [counts.tasks, names.tasks],
    [counts.targets, names.targets],
    [counts.documents, names.documents],
    [counts.agencies, names.bodies],
    [counts.joined, names.joined],
    [along.duties + along.parts, names.duties],
    [along.people, names.people],
    [counts.waiting, names.undecided, counts.waiting > 0],
  ];
  return (
    <ul className={styles.numbers} aria-label={names.numbers}>
      {figures.map(([count, name, open]) => (
        <li key={name} data-open={open || undefined}>
          <strong>{formatNumber(count, language)}</strong> {name}
        </li>
      ))}
    </ul>
  );
}
