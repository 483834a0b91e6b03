import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { removeStocktake, stepStocktake } from '../../../src/api/stocktakes.ts';
import type { StocktakePage } from '../../../src/registry/stocktake.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWording } from '../../words/words.ts';
import styles from './stocktakes.module.css';
import { useStep } from './use-stocktake.ts';

/** Closing, opening again, removing. */
export function Steps({ page: { stocktake, holds } }: { page: StocktakePage }) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const navigate = useNavigate();
  const { id, version, stage, decisions, notGiven } = stocktake;
  const [asked, setAsked] = useState<'close' | 'remove'>();
  const step = useStep(
    id,
    (verb: 'close' | 'reopen') => call(stepStocktake, { params: { id }, body: { verb, version } }),
    stage === 'planned' ? own.closed : own.reopened,
  );
  const remove = useStep(
    id,
    async () => {
      await call(removeStocktake, { params: { id }, query: { version } });
      await navigate({ to: '/kiem-diem' });
    },
    own.removed,
  );
  if (!holds) return null;
  if (stage === 'held')
    return (
      <Button variant="default" loading={step.isPending} onClick={() => step.mutate('reopen')}>
        {own.reopen}
      </Button>
    );
  const [title, hint] = asked === 'remove' ? [own.remove, own.removeHint] : [own.close, own.closeHint];
  return (
    <>
      <Button variant="default" onClick={() => setAsked('close')}>
        {own.close}
      </Button>
      {decisions === 0 && (
        <Button variant="subtle" color="red" onClick={() => setAsked('remove')}>
          {own.remove}
        </Button>
      )}
      <Dialog opened={asked !== undefined} onClose={() => setAsked(undefined)} title={title}>
        <p>{hint}</p>
        {asked === 'close' && notGiven > 0 && <p>{own.closeNotGiven(formatNumber(notGiven, language))}</p>}
        <div className={styles.buttons}>
          <Button
            {...(asked === 'remove' && { color: 'red' })}
            loading={step.isPending || remove.isPending}
            onClick={() => {
              if (asked === 'remove') remove.mutate(undefined);
              else step.mutate('close', { onSettled: () => setAsked(undefined) });
            }}
          >
            {title}
          </Button>
          <Button variant="default" onClick={() => setAsked(undefined)}>
            {own.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
