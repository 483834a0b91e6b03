import { z } from 'zod';
import { SavedSearch, SearchAnswer, SearchKind, SearchStanding } from '../registry/search.ts';
import { endpoint } from './endpoint.ts';
import { AsOf, many } from './listing.ts';

/** What the page's address holds of it. */
export const SearchFilter = z.object({
  q: z.string().max(300).default(''),
  kind: many(SearchKind),
  year: many(z.coerce.number().int().min(1900).max(2200)),
  agency: many(z.string().max(200)),
  standing: many(SearchStanding),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

export const searchEverything = endpoint({
  method: 'GET',
  path: '/api/search',
  access: 'readRegister',
  summary:
    'Documents, passages, targets, tasks, work, reports, indicators, agencies and people that say what was typed, best first',
  query: SearchFilter.extend({
    ...AsOf.shape,
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: SearchAnswer,
});

const Saved = z.object({ searches: z.array(SavedSearch) });

export const listSavedSearches = endpoint({
  method: 'GET',
  path: '/api/saved-searches',
  access: 'readRegister',
  summary: 'The searches that one keeps',
  response: Saved,
});

export const saveSearch = endpoint({
  method: 'POST',
  path: '/api/saved-searches',
  access: 'readRegister',
  summary: 'Keep a search under a name; one of the same name is replaced',
  body: z.object({ name: z.string().trim().min(1).max(100), query: z.string().max(2000) }),
  response: Saved,
});

export const forgetSearch = endpoint({
  method: 'DELETE',
  path: '/api/saved-searches/:id',
  access: 'readRegister',
  summary: 'Keep a search no longer',
  params: z.object({ id: z.uuid() }),
  response: Saved,
});
