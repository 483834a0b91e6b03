import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { Target } from '../../src/values/finding.ts';
import { useWords } from '../words/words.ts';

/** Beside a value that is to be added or taken away; a level has none. */
export function ChangeMark({ change }: { change: Target['change'] }) {
  const words = useWords();
  if (change === 'level') return null;
  const Mark = change === 'increase' ? IconArrowUpRight : IconArrowDownRight;
  return (
    <Mark
      size={15}
      stroke={2}
      role="img"
      aria-label={words.changes[change]}
      style={{ verticalAlign: '-2px', marginInlineEnd: 2 }}
    />
  );
}
