import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listIndicators } from '../../../src/api/indicators.ts';
import type { IndicatorSummary } from '../../../src/registry/indicator-line.ts';
import type { ReviewItem } from '../../../src/registry/review.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { useWords } from '../../words/words.ts';
import { PickerDialog } from './picker-dialog.tsx';

type Props = {
  item: Extract<ReviewItem, { kind: 'target' }>;
  onChoose: (indicatorId: string | null) => void;
  onClose: () => void;
};

/** Those whose names have most of the words typed, of the same unit first. */
function matching(indicators: readonly IndicatorSummary[], typed: string, unit: string | null): IndicatorSummary[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const scored = indicators.map((one) => {
    const name = fold(one.name);
    const hits = wanted.filter((word) => name.includes(word)).length;
    return { one, score: hits / wanted.length + (one.unit === unit ? 0.05 : 0) - name.length / 10_000 };
  });
  return scored
    .filter(({ score }) => score >= 0.45)
    .sort((a, b) => b.score - a.score)
    .slice(0, 20)
    .map(({ one }) => one);
}

/** Which indicator of the catalogue a target belongs to. */
export function IndicatorDialog({ item, onChoose, onClose }: Props) {
  const { review, count } = useWords();
  const { name, unit } = item.record;
  const [typed, setTyped] = useState(name);
  const catalogue = useQuery({
    queryKey: ['indicators', undefined],
    queryFn: ({ signal }) => call(listIndicators, { signal }),
    staleTime: 60_000,
  });
  const found = catalogue.data && matching(catalogue.data.indicators, typed, unit);
  return (
    <PickerDialog
      title={review.indicator.choose}
      about={name}
      search={review.indicator.search}
      typed={typed}
      onType={setTyped}
      found={found?.map((one) => ({
        value: one.id,
        name: one.name,
        aside: [one.unit, count.targets(String(one.targets))].filter(Boolean).join(' · '),
      }))}
      none={review.indicator.none}
      onChoose={onChoose}
      onClose={onClose}
    >
      {item.indicator && (
        <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => onChoose(null)}>
          {review.indicator.unset}
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        {review.form.cancel}
      </Button>
    </PickerDialog>
  );
}
