import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Search, searchOf } from './parts/address.ts';
import { root } from './root-route.ts';
import { BreakdownSearch, IndicatorSearch, OneIndicatorSearch } from './screens/indicators/search.ts';

/** From the catalogue down to one indicator in its parts. */

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/danh-muc',
  validateSearch: (search: Search) => searchOf(IndicatorSearch, search),
  component: lazyRouteComponent(() => import('./screens/indicators/indicators.tsx'), 'Indicators'),
});

/** The target that a new indicator is made from. */
type FromTarget = { vanban?: string; muc?: string };

const newIndicator = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/danh-muc/moi',
  validateSearch: (search: Search): FromTarget => ({
    ...(typeof search.vanban === 'string' && { vanban: search.vanban }),
    ...(typeof search.muc === 'string' && { muc: search.muc }),
  }),
  component: lazyRouteComponent(() => import('./screens/indicators/new-indicator.tsx'), 'NewIndicator'),
});

const indicator = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/danh-muc/$id',
  validateSearch: (search: Search) => searchOf(OneIndicatorSearch, search),
  component: lazyRouteComponent(() => import('./screens/indicators/indicator.tsx'), 'IndicatorScreen'),
});

const breakdown = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/danh-muc/$id/chi-tiet',
  validateSearch: (search: Search) => searchOf(BreakdownSearch, search),
  component: lazyRouteComponent(() => import('./screens/indicators/breakdown.tsx'), 'BreakdownScreen'),
});

export const indicatorRoutes = [indicators, newIndicator, indicator, breakdown] as const;
