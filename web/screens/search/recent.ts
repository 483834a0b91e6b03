import { useCallback } from 'react';
import { z } from 'zod';
import { SearchHit } from '../../../src/registry/search.ts';
import { useSession } from '../../parts/session.ts';

const most = 6;
const Kept = z.array(SearchHit);

const keyOf = (userId: string | undefined): string => `tiendo.recent.${userId ?? ''}`;

function read(key: string): SearchHit[] {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    return kept.success ? kept.data : [];
  } catch {
    return [];
  }
}

const same = (a: SearchHit, b: SearchHit): boolean =>
  a.kind === b.kind && a.id === b.id && a.document?.id === b.document?.id;

/** What was opened from a search lately, kept in this browser for this person. */
export function useRecent(): { recent: () => SearchHit[]; remember: (hit: SearchHit) => void } {
  const session = useSession();
  const key = keyOf(session.data?.user?.id);
  return {
    recent: useCallback(() => read(key), [key]),
    remember: useCallback(
      (hit) => {
        const kept = [hit, ...read(key).filter((one) => !same(one, hit))].slice(0, most);
        localStorage.setItem(key, JSON.stringify(kept));
      },
      [key],
    ),
  };
}
