import { useEffect, useState } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { ReviewEvent, reviewEvents } from '../../../src/api/review.ts';
import type { Named } from '../../../src/registry/named.ts';

type Change = Extract<ReviewEvent, { kind: 'changed' }>;
export type Live = { people: Named[]; connected: boolean };

/**
 * What others do with the document while it is open here. After a lost connection everything is asked for again:
 * what was told meanwhile was told to nobody.
 */
export function useLive(id: string, onChange: (change: Change | undefined) => void): Live {
  const [people, setPeople] = useState<Named[]>([]);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource(addressOf(reviewEvents, { params: { id } }));
    let lost = false;
    const hear = ({ data }: MessageEvent<string>) => {
      const event = ReviewEvent.safeParse(JSON.parse(data)).data;
      if (event?.kind === 'present') setPeople(event.people);
      if (event?.kind === 'changed') onChange(event);
    };
    source.addEventListener('changed', hear);
    source.addEventListener('present', hear);
    source.onopen = () => {
      setConnected(true);
      if (lost) onChange(undefined);
      lost = false;
    };
    source.onerror = () => {
      lost = true;
      setConnected(false);
    };
    return () => source.close();
  }, [id, onChange]);
  return { people, connected };
}
