import { Select } from '@mantine/core';
import { scoredKinds, scoredPeriodsUntil } from '../../../src/registry/scorecard-page.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { upperFirst } from '../../../src/values/vietnamese.ts';
import { useWording } from '../../words/words.ts';

type Props = { period: string; day: PlainDate; onChange: (period: string) => void };

/** The periods that have begun, by the administrative calendar. */
export function PeriodSelect({ period, day, onChange }: Props) {
  const { words, language } = useWording();
  const periods = scoredPeriodsUntil(day);
  return (
    <Select
      label={words.scorecards.period}
      searchable
      allowDeselect={false}
      value={period}
      onChange={(code) => code && onChange(code)}
      data={scoredKinds.map((kind) => ({
        group: words.scorecards.kinds[kind],
        items: periods[kind].map((code) => ({ value: code, label: upperFirst(periodWords(code, language)) })),
      }))}
    />
  );
}
