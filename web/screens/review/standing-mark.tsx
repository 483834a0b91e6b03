import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleX,
  IconHandStop,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useWords } from '../../words/words.ts';
import type { Standing } from './queue.ts';
import styles from './standing-mark.module.css';

export const standingIcons: Record<Standing, ComponentType<IconProps>> = {
  blocked: IconHandStop,
  doubtful: IconAlertTriangle,
  clear: IconCircle,
  accepted: IconCircleCheckFilled,
  rejected: IconCircleX,
};

type Props = { standing: Standing; worded?: boolean };

/** How a finding stands: a shape and a word of its own, not colour alone. */
export function StandingMark({ standing, worded }: Props) {
  const words = useWords();
  const Mark = standingIcons[standing];
  const word = words.review.standings[standing];
  return (
    <span className={styles.mark} data-standing={standing} title={worded ? undefined : word}>
      {worded ? <Mark size={16} aria-hidden /> : <Mark size={16} role="img" aria-label={word} />}
      {worded && <span>{word}</span>}
    </span>
  );
}
