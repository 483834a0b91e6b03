import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { type Search, searchOf } from './parts/address.ts';
import { AsOfSearch } from './parts/as-of.ts';
import { Fault, NotFound } from './parts/fault.tsx';
import { Frame } from './screens/frame/frame.tsx';

export const root = createRootRoute({
  validateSearch: (search: Search) => searchOf(AsOfSearch, search),
  search: { middlewares: [retainSearchParams(['ngay'])] },
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Fault,
});
