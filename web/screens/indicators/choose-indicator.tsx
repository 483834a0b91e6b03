import { Alert, Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { listIndicators } from '../../../src/api/indicators.ts';
import { actInReview } from '../../../src/api/review.ts';
import type { IndicatorPoint } from '../../../src/registry/indicator-line.ts';
import { formatTargetValue } from '../../../src/values/format.ts';
import { useNothingFound } from '../../parts/nothing-found.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';
import { useRenewal } from './use-renewal.ts';

type Props = { point: IndicatorPoint; onClose: () => void };

/** Where a target was given to the wrong indicator: an officer says which it is of, or that it is of none. */
export function ChooseIndicator({ point, onClose }: Props) {
  const { words, language } = useWording();
  const renew = useRenewal();
  const nothing = useNothingFound();
  const all = useQuery({
    queryKey: ['indicators', undefined],
    queryFn: ({ signal }) => call(listIndicators, { signal }),
  });
  const choose = useMutation({
    mutationFn: (indicatorId: string | null) =>
      call(actInReview, {
        params: { id: point.documentId },
        body: {
          verb: 'chooseIndicator',
          items: [{ kind: 'target', id: point.id, version: point.version }],
          indicatorId,
        },
      }),
    onSuccess: async () => {
      notifications.show({ message: words.indicators.chosen });
      await renew();
      onClose();
    },
  });
  return (
    <SidePanel title={words.indicators.chooseTitle} onClose={onClose}>
      <div className={styles.drawer}>
        <p className={styles.spotFigure}>
          {[point.name, point.variant].filter(Boolean).join(', ')}: {formatTargetValue(point, language)}
        </p>
        <blockquote lang="vi" className={styles.spotQuote}>
          {point.quote}
        </blockquote>
        {choose.isError && (
          <Alert color="red" title={words.indicators.notSaved}>
            {sentenceOf(choose.error, words, language)}
          </Alert>
        )}
        <Select
          label={words.indicators.choose}
          placeholder={words.indicators.chooseHint}
          searchable
          limit={60}
          nothingFoundMessage={nothing(all, words.list.nothingFound)}
          value={null}
          disabled={choose.isPending}
          data={(all.data?.indicators ?? []).map(({ id, name, unit }) => ({
            value: id,
            label: [name, unit].filter(Boolean).join(' · '),
          }))}
          onChange={(id) => id !== null && choose.mutate(id)}
        />
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(null)}>
          {words.indicators.chooseNone}
        </Button>
      </div>
    </SidePanel>
  );
}
