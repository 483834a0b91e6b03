import { Navigate } from '@tanstack/react-router';
import { Closed } from '../../parts/closed.tsx';
import { useMay } from '../../parts/session.ts';
import { sections } from './sections.ts';

/** Goes to the first page that is open to the person. */
export function Administration() {
  const may = useMay();
  const first = sections.find(({ verbs }) => verbs.some(may));
  if (first) return <Navigate to={first.to} replace />;
  return <Closed />;
}
