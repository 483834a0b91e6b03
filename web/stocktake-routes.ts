import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Search } from './parts/address.ts';
import { root } from './root-route.ts';

/** What leaders follow, and the meetings that take stock of it. */

const leaderList = createRoute({
  getParentRoute: () => root,
  path: '/lanh-dao-theo-doi',
  // Whose list is shown.
  validateSearch: (search: Search): { lanhdao?: string } =>
    typeof search.lanhdao === 'string' ? { lanhdao: search.lanhdao } : {},
  component: lazyRouteComponent(() => import('./screens/follows/leader-list.tsx'), 'LeaderListScreen'),
});

const stocktakes = createRoute({
  getParentRoute: () => root,
  path: '/kiem-diem',
  component: lazyRouteComponent(() => import('./screens/stocktakes/stocktakes.tsx'), 'Stocktakes'),
});

const stocktake = createRoute({
  getParentRoute: () => root,
  path: '/kiem-diem/$id',
  component: lazyRouteComponent(() => import('./screens/stocktakes/stocktake.tsx'), 'StocktakeScreen'),
});

const meeting = createRoute({
  getParentRoute: () => root,
  path: '/kiem-diem/$id/hop',
  // The item that is looked at, from 1.
  validateSearch: (search: Search): { muc?: number } => {
    const at = Number(search.muc);
    return Number.isInteger(at) && at > 0 ? { muc: at } : {};
  },
  component: lazyRouteComponent(() => import('./screens/stocktakes/meeting.tsx'), 'Meeting'),
});

export const stocktakeRoutes = [leaderList, stocktakes, stocktake, meeting] as const;
