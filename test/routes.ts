import { readdirSync, readFileSync } from 'node:fs';
import { endpoints } from './endpoints.ts';

/** What addresses there are, read where routes are written. */

const web = new URL('../web/', import.meta.url);
const routeFiles = readdirSync(web).filter((file) => /^(?:router|[a-z]+-routes)\.tsx?$/.test(file));

/** "/van-ban/$id": every page of the web application. */
export const routes: readonly string[] = routeFiles.flatMap((file) =>
  [...readFileSync(new URL(file, web), 'utf8').matchAll(/^ {2}path: '([^']+)',$/gm)].map(([, path = '']) => path),
);

const partsOf = (path: string): string[] => path.split('/');
const fits = (pattern: string, path: string): boolean => {
  const [asked, given] = [partsOf(pattern), partsOf(path)];
  return asked.length === given.length && asked.every((part, at) => /^[$:]/.test(part) || part === given[at]);
};

/** The route that an address leads to; words of the route go before places for ids. */
export const routeOf = (address: string): string | undefined => {
  const path = address.split(/[?#]/)[0] ?? '';
  const found = routes.filter((route) => fits(route, path));
  return found.toSorted((one, other) => one.split('$').length - other.split('$').length)[0];
};

const gets = endpoints.filter(({ method }) => method === 'GET').map(({ path }) => path);

/** Whether a link within the site leads anywhere: to a page, to a question of the interface, or to the portal. */
export const leadsSomewhere = (address: string): boolean => {
  const path = address.split(/[?#]/)[0] ?? '';
  // Made by the server: the portal, and the description of the interface.
  if (path === '/cong-khai' || path.startsWith('/cong-khai/') || path === '/lap-trinh') return true;
  return path.startsWith('/api/') ? gets.some((one) => fits(one, path)) : routeOf(address) !== undefined;
};
