import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Search, searchOf } from './parts/address.ts';
import { root } from './root-route.ts';
import { OverviewSearch, StandingSearch } from './screens/overview/search.ts';

/** From the five numbers of the overview down to one target. */

const overview = createRoute({
  getParentRoute: () => root,
  path: '/tong-quan',
  validateSearch: (search: Search) => searchOf(OverviewSearch, search),
  component: lazyRouteComponent(() => import('./screens/overview/overview.tsx'), 'Overview'),
});

const targetStory = createRoute({
  getParentRoute: () => root,
  path: '/tong-quan/chi-tieu/$documentId/$targetId',
  validateSearch: (search: Search) => searchOf(StandingSearch, search),
  component: lazyRouteComponent(() => import('./screens/overview/target-story.tsx'), 'TargetStoryScreen'),
});

const standings = createRoute({
  getParentRoute: () => root,
  path: '/tong-quan/chi-tieu',
  validateSearch: (search: Search) => searchOf(StandingSearch, search),
  component: lazyRouteComponent(() => import('./screens/overview/standings.tsx'), 'Standings'),
});

const registerCounts = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/thong-ke',
  component: lazyRouteComponent(() => import('./screens/register-counts/register-counts.tsx'), 'RegisterCounts'),
});

export const overviewRoutes = [overview, standings, targetStory, registerCounts] as const;
