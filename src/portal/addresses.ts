import type { Language } from '../values/format.ts';

/** Addresses of the portal. They stay: whoever has linked to a promise finds it there in ten years, too. */

export const portalRoot = '/cong-khai';

export type Address = `/${string}` | '';

/** The address of a page in a language; Vietnamese has no mark of its own. */
export const pageAddress = (language: Language, path: Address): string =>
  portalRoot + (language === 'en' ? '/en' : '') + path;

/** Half a character has no place in an address. */
const part = (text: string): string => encodeURIComponent(text.toWellFormed());

export const ofDocument = (id: string): Address => `/van-ban/${part(id)}`;
export const ofTarget = (documentId: string, id: string): Address => `${ofDocument(documentId)}/chi-tieu/${part(id)}`;
export const ofTask = (documentId: string, id: string): Address => `${ofDocument(documentId)}/nhiem-vu/${part(id)}`;
/** What of a document or a target may stand in somebody else's page. */
export const ofEmbed = (path: Address): Address => `/nhung${path}`;
export const ofAgency = (id: string): Address => `/don-vi/${part(id)}`;

/** What is asked of a list in its address; what is usual is left out. */
export function withQuery(path: Address, query: Record<string, string | number | undefined>): Address {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' || (name === 'trang' && value === 1) ? [] : [`${name}=${part(String(value))}`],
  );
  return given.length === 0 ? path : `${path === '' ? '/' : path}?${given.join('&')}`;
}
