import { IconLock } from '@tabler/icons-react';
import { useWords } from '../words/words.ts';
import { Blank } from './blank.tsx';

/** In place of a page that none of the person's posts opens. */
export function Closed() {
  const { administration } = useWords();
  return <Blank icon={IconLock} title={administration.closedTitle} text={administration.closedText} />;
}
