import { expect, it } from 'vitest';
import { newPresence } from './presence.ts';

const an = { id: 'a', name: 'An' };
const binh = { id: 'b', name: 'Bình' };

it('names each person once over all servers, by the Vietnamese alphabet, and tells only what is new', () => {
  const presence = newPresence(60);
  presence.heard('một', 'd', [binh], 0);
  expect(presence.newsOf('d', 0)).toEqual([binh]);
  presence.heard('hai', 'd', [binh, an], 10);
  expect(presence.newsOf('d', 10)).toEqual([an, binh]);
  presence.heard('hai', 'd', [an, binh], 20);
  expect(presence.newsOf('d', 20)).toBeUndefined();
  presence.heard('một', 'd', [], 30);
  expect(presence.newsOf('d', 30)).toBeUndefined();
});

it('counts a server that says nothing more as gone', () => {
  const presence = newPresence(60);
  presence.heard('một', 'd', [an], 0);
  presence.heard('hai', 'd', [binh], 50);
  expect(presence.at('d', 59)).toEqual([an, binh]);
  expect(presence.at('d', 60)).toEqual([binh]);
  // The clock was set back.
  expect(presence.at('d', -60)).toEqual([]);
  presence.forget();
  expect(presence.at('d', 60)).toEqual([]);
});
