import {
  IconAlertOctagonFilled,
  IconAlertTriangle,
  IconCircleArrowRight,
  IconCircleCheckFilled,
  IconCircleDashed,
} from '@tabler/icons-react';
import type { Standing } from '../../src/registry/standing.ts';
import { standingWord } from '../../src/registry/standing-words.ts';
import { useWording } from '../words/words.ts';
import styles from './standing-mark.module.css';

type Marked = Pick<Standing, 'state' | 'degree'>;

/** How far behind makes a shape of its own. */
const markOf = ({ state, degree }: Marked): 'met' | 'onPath' | 'slight' | 'far' | 'noData' =>
  state === 'behind' ? (degree ?? 'slight') : state;

const marks = {
  met: IconCircleCheckFilled,
  onPath: IconCircleArrowRight,
  slight: IconAlertTriangle,
  far: IconAlertOctagonFilled,
  noData: IconCircleDashed,
};

/** The shape alone, for whoever has the word beside it. */
export function StandingIcon({ standing }: { standing: Marked }) {
  const mark = markOf(standing);
  const Mark = marks[mark];
  return <Mark className={styles.icon} data-mark={mark} size={17} stroke={2} aria-hidden />;
}

/** Where a target stands: a shape and a word for each state, not colour alone. */
export function StandingMark({ standing }: { standing: Pick<Standing, 'state' | 'degree' | 'ended'> }) {
  const { language } = useWording();
  return (
    <span className={styles.state} data-mark={markOf(standing)}>
      <StandingIcon standing={standing} />
      <span>{standingWord(standing, language)}</span>
    </span>
  );
}
