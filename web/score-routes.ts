import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Search, searchOf } from './parts/address.ts';
import { root } from './root-route.ts';
import { HealthSearch } from './screens/owner-health/search.ts';
import { RankingSearch, ScorecardSearch } from './screens/scorecards/search.ts';

/** How agencies did: one, beside its peers, and by which scale. */

const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/$id/phieu-diem',
  validateSearch: (search: Search) => searchOf(ScorecardSearch, search),
  component: lazyRouteComponent(() => import('./screens/scorecards/scorecard.tsx'), 'ScorecardScreen'),
});

const ranking = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/xep-hang',
  validateSearch: (search: Search) => searchOf(RankingSearch, search),
  component: lazyRouteComponent(() => import('./screens/scorecards/ranking.tsx'), 'Ranking'),
});

const scale = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/thang-diem',
  component: lazyRouteComponent(() => import('./screens/scorecards/scale.tsx'), 'Scale'),
});

const ownerHealth = createRoute({
  getParentRoute: () => root,
  path: '/theo-doi/ra-soat',
  validateSearch: (search: Search) => searchOf(HealthSearch, search),
  component: lazyRouteComponent(() => import('./screens/owner-health/owner-health.tsx'), 'OwnerHealth'),
});

export const scoreRoutes = [scorecard, ranking, scale, ownerHealth] as const;
