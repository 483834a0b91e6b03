import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconHelpCircle,
  IconRefresh,
  IconSquareRoundedXFilled,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import * as endpoints from '../../../src/api/operation.ts';
import type { Vital } from '../../../src/registry/vital.ts';
import { vitalSeen, vitalTitles, vitalTodo } from '../../../src/values/vital-words.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import styles from './operation.module.css';

const marks = {
  good: IconCircleCheckFilled,
  warning: IconAlertTriangle,
  bad: IconSquareRoundedXFilled,
  unknown: IconHelpCircle,
};
/** What wants somebody's hand comes first. */
const weights = { bad: 0, warning: 1, unknown: 2, good: 3 };

/** What the doctor finds: looked at when the page is opened, for that takes a moment. */
export function Vitals() {
  const { words } = useWording();
  const own = words.operation;
  const looked = useQuery({
    queryKey: ['operation', 'vitals'],
    queryFn: ({ signal }) => call(endpoints.getVitals, { signal }),
    staleTime: 60_000,
  });
  if (looked.isLoadingError) return <Failure error={looked.error} onRetry={() => void looked.refetch()} />;
  const vitals = (looked.data?.vitals ?? []).toSorted((a, b) => weights[a.state] - weights[b.state]);
  return (
    <section>
      <div className={styles.head}>
        <h2>{own.vitals}</h2>
        <span aria-live="polite">{looked.isFetching ? own.looking : <Sum vitals={vitals} />}</span>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconRefresh size={16} aria-hidden />}
          disabled={looked.isFetching}
          onClick={() => void looked.refetch()}
        >
          {own.again}
        </Button>
      </div>
      <ul className={styles.vitals}>
        {vitals.map((vital) => (
          <VitalCard key={vital.name} vital={vital} />
        ))}
      </ul>
    </section>
  );
}

function Sum({ vitals }: { vitals: readonly Vital[] }) {
  const { operation: own } = useWording().words;
  const count = (state: Vital['state']) => vitals.filter((vital) => vital.state === state).length;
  const [bad, warning] = [count('bad'), count('warning')];
  if (vitals.length === 0) return null;
  if (bad + warning === 0) return own.sumGood;
  return [bad > 0 && own.sumBad(bad), warning > 0 && own.sumWarning(warning)].filter(Boolean).join(', ');
}

function VitalCard({ vital }: { vital: Vital }) {
  const { words, language } = useWording();
  const Mark = marks[vital.state];
  const todo = vitalTodo(vital, language);
  return (
    <li className={styles.vital} data-state={vital.state}>
      <div className={styles.vitalHead}>
        <strong>{vitalTitles[language][vital.name]}</strong>
        <span className={styles.state}>
          <Mark size={18} aria-hidden /> {words.operation.states[vital.state]}
        </span>
      </div>
      <p>{vitalSeen(vital, language)}</p>
      {todo && <p className="soft">{todo}</p>}
    </li>
  );
}
