import { useEffect } from 'react';
import { CallError, isLost } from '../../src/api/client.ts';

/** Why what was typed has not arrived. `waiting`: tried again by itself. `signIn`: the session has ended. `conflict`: somebody else was quicker. */
export type NotArrived = 'waiting' | 'signIn' | 'conflict' | 'refused';

export function notArrived(failure: unknown): { error: CallError; state: NotArrived } {
  const error = failure instanceof CallError ? failure : new CallError('defect');
  if (isLost(error) || error.code === 'databaseFull') return { error, state: 'waiting' };
  if (error.code === 'notSignedIn') return { error, state: 'signIn' };
  return { error, state: error.code === 'changedMeanwhile' ? 'conflict' : 'refused' };
}

const again = 4000;

/** Tries again after a while, and as soon as the line or the person is back. */
export function useRetry(wanted: boolean, attempt: () => unknown): void {
  useEffect(() => {
    if (!wanted) return;
    const retry = () => void attempt();
    const timing = setInterval(retry, again);
    window.addEventListener('online', retry);
    window.addEventListener('focus', retry);
    return () => {
      clearInterval(timing);
      window.removeEventListener('online', retry);
      window.removeEventListener('focus', retry);
    };
  }, [wanted, attempt]);
}
