import { IconLock } from '@tabler/icons-react';
import { Navigate } from '@tanstack/react-router';
import { Blank } from '../../parts/blank.tsx';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { sections } from './sections.ts';

/** Goes to the first page that is open to the person. */
export function Administration() {
  const { administration } = useWords();
  const may = useMay();
  const first = sections.find(({ verbs }) => verbs.some(may));
  if (first) return <Navigate to={first.to} replace />;
  return <Blank icon={IconLock} title={administration.closedTitle} text={administration.closedText} />;
}
