import {
  type Icon,
  IconArrowDown,
  IconArrowUp,
  IconCalendar,
  IconChartPie,
  IconCheck,
  IconClockExclamation,
  IconEqual,
  IconQuestionMark,
  IconRulerMeasure,
  IconTimeline,
  IconX,
} from '@tabler/icons-react';
import type { Verdict } from '../../../src/registry/alignment.ts';
import { taskAnswered, verdictWords } from '../../../src/registry/verdict-words.ts';
import type { ItemKind } from '../../parts/comparison/items.ts';
import { useWording } from '../../words/words.ts';
import styles from './alignment.module.css';

const marks: Record<Verdict, { icon: Icon; tone: 'good' | 'bad' | 'watch' | 'neutral' }> = {
  same: { icon: IconCheck, tone: 'good' },
  asksMore: { icon: IconArrowUp, tone: 'good' },
  asksLess: { icon: IconArrowDown, tone: 'bad' },
  missing: { icon: IconX, tone: 'bad' },
  later: { icon: IconClockExclamation, tone: 'bad' },
  otherUnit: { icon: IconRulerMeasure, tone: 'watch' },
  otherBase: { icon: IconTimeline, tone: 'watch' },
  otherYear: { icon: IconCalendar, tone: 'neutral' },
  partOf: { icon: IconChartPie, tone: 'neutral' },
  differs: { icon: IconEqual, tone: 'watch' },
  notComparable: { icon: IconQuestionMark, tone: 'neutral' },
};

export const toneOf = (verdict: Verdict): string => marks[verdict].tone;

/** A shape and words, so that nobody has to tell colours apart. */
export function VerdictMark({ verdict, kind }: { verdict: Verdict; kind: ItemKind }) {
  const { language } = useWording();
  const { icon: Mark, tone } = marks[verdict];
  const words = kind === 'task' && verdict === 'same' ? taskAnswered : verdictWords[verdict];
  return (
    <span className={styles.verdict} data-tone={tone}>
      <Mark size={16} aria-hidden />
      {words[language]}
    </span>
  );
}
