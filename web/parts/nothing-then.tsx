import { IconHistory } from '@tabler/icons-react';
import { useWords } from '../words/words.ts';
import { Blank } from './blank.tsx';

/** In place of a list or chart on a past day on which nothing was in force. */
export function NothingThen() {
  const { asOf } = useWords();
  return <Blank icon={IconHistory} title={asOf.nothing} text={asOf.nothingHint} />;
}
