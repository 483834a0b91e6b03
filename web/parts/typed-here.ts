import { useEffect, useRef } from 'react';
import { CallError } from '../../src/api/client.ts';
import { useWords } from '../words/words.ts';
import { showRefused } from './show-refused.ts';

/** Stores what is typed in one place of the page; resolves with false where that could not be done. */
type Flush = () => Promise<boolean>;

/** What saves itself on the page that is open. */
const places = new Set<Flush>();

/** What is typed here is stored before a step is taken, and when the page is left or hidden. */
export function useTypedHere(flush: Flush): void {
  const { leftUnstored } = useWords().fault;
  const latest = useRef({ flush, leftUnstored });
  latest.current = { flush, leftUnstored };
  useEffect(() => {
    const own = () => latest.current.flush();
    const hide = () => document.visibilityState === 'hidden' && void own();
    places.add(own);
    document.addEventListener('visibilitychange', hide);
    return () => {
      places.delete(own);
      document.removeEventListener('visibilitychange', hide);
      void own().then((stored) => {
        if (!stored) showRefused(latest.current.leftUnstored);
      });
    };
  }, []);
}

/**
 * A step that is taken of what is stored: what was typed a moment ago is stored before it.
 * @throws CallError notStoredYet where that could not be done
 */
export async function afterTyping<T>(step: () => Promise<T>): Promise<T> {
  const stored = await Promise.all([...places].map((flush) => flush()));
  if (!stored.every(Boolean)) throw new CallError('notStoredYet');
  return step();
}
