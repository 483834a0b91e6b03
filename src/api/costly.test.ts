import { expect, it } from 'vitest';
import { endpoints } from '../../test/endpoints.ts';

/** They answer what lies there, are drawn once for all, or go on as long as somebody listens. */
const cheap = [
  'GET /api/documents/:id/envelopes/:envelope/answer',
  'GET /api/documents/:id/envelopes/:envelope/files/:position',
  'GET /api/documents/:id/file',
  'GET /api/documents/:id/pages/:page',
  'GET /api/evidence/:id/file',
  'GET /api/templates/:id/file',
  'GET /api/regime-files/:id/file',
  'GET /api/openapi.json',
  'GET /api/notices/events',
  'GET /api/documents/:id/review/events',
];
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

it('what makes a file for somebody is limited for each person', () => {
  const free = endpoints.filter((one) => one.response === undefined && !one.costly).map(nameOf);
  expect(free.toSorted()).toEqual(cheap.toSorted());
});

it('what reads a file of somebody is limited for each person, and what proves who somebody is for each address', () => {
  const costly = endpoints.filter((one) => one.costly).map(nameOf);
  expect(costly).toEqual(
    expect.arrayContaining([
      ...endpoints.filter(({ takes }) => takes === 'file').map(nameOf),
      ...['POST /api/imports', 'POST /api/duties/:id/evidence', 'POST /api/uploads'],
      ...['POST /api/session', 'POST /api/session/second-step', 'POST /api/password-links', 'POST /api/account-links'],
      ...['GET /api/sso/:id', 'GET /api/sso/:id/callback'],
    ]),
  );
});
