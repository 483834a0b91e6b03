import { describe, expect, it } from 'vitest';
import { openedBy } from '../web/screens/frame/opened-by.ts';
import { besideTheStops, stopPatterns, stops } from './browser/stops.ts';
import { leadsSomewhere, routeOf, routes } from './routes.ts';

describe('the pages that walks go through', () => {
  it('are all that there are: each route is a stop, or is named with the reason why it is none', () => {
    const walked = new Set(stopPatterns().map(routeOf));
    expect(routes.filter((route) => !walked.has(route) && !(route in besideTheStops))).toEqual([]);
    expect(Object.keys(besideTheStops).filter((route) => !routes.includes(route) || walked.has(route))).toEqual([]);
    expect(stopPatterns().filter((path) => routeOf(path) === undefined)).toEqual([]);
  });

  it('know which page is there for a deed alone', () => {
    const named = new Proxy({}, { get: () => '$' }) as Parameters<typeof stops>[0];
    const opens = Object.fromEntries(stops(named).map((stop) => [routeOf(stop.path), stop.opens]));
    for (const route of routes.filter((one) => one in opens))
      expect([route, opens[route]]).toEqual([route, openedBy(route)]);
  });

  it('can tell a link that leads nowhere', () => {
    expect(
      ['/van-ban/x', '/theo-doi?q=a', '/api/documents/x/file', '/cong-khai/tim'].filter(leadsSomewhere),
    ).toHaveLength(4);
    expect(['/van-bản', '/van-ban/x/y', '/api/nothing', '/viec'].filter(leadsSomewhere)).toEqual([]);
  });
});
