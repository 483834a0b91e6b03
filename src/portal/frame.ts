import type { Language } from '../values/format.ts';
import { type Address, pageAddress, withQuery } from './addresses.ts';
import { type Html, html, type Piece, styleElement } from './html.ts';
import { style } from './style.ts';
import { en } from './words-en.ts';
import { type PortalWords, vi } from './words-vi.ts';

const wordsOf = (language: Language): PortalWords => (language === 'vi' ? vi : en);

/** What every page is made with. `site`: scheme and host, for links that must be whole. */
export type Setting = { language: Language; words: PortalWords; site: string };

export const settingOf = (language: Language, site: string): Setting => ({ language, words: wordsOf(language), site });

export const link = ({ language }: Setting, path: Address): string => pageAddress(language, path);

type Page = {
  /** The same in both languages. */
  path: Address;
  title: string;
  /** What a search engine shows below the title. */
  description?: string;
  body: Piece;
  /** Not to be found by search engines: lists that are asked for, what is not there. */
  unlisted?: boolean;
  typed?: string;
};

const places = [
  ['', 'home'],
  ['/chi-tieu', 'targets'],
  ['/nhiem-vu', 'tasks'],
  ['/don-vi', 'agencies'],
  ['/du-lieu', 'data'],
  ['/gioi-thieu', 'about'],
] as const;

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230b6e6e'/%3E%3Cpath d='m9 16 5 5 9-11' fill='none' stroke='%23fff' stroke-width='3.5'/%3E%3C/svg%3E";

/** A whole page: what stands around each of them. */
export function pageOf(
  setting: Setting,
  { path, title, description, body, unlisted = false, typed = '' }: Page,
): string {
  const { language, words, site } = setting;
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const [bare = ''] = path.split('?');
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === words.portal ? title : `${title} · ${words.portal}`}</title>
${description === undefined ? null : html`<meta name="description" content="${shortened(description, 160)}">`}
${unlisted ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${site}${link(setting, path)}">`}
<link rel="alternate" hreflang="${other}" href="${site}${pageAddress(other, path)}">
<link rel="alternate" type="application/atom+xml" title="${words.feed}" href="${link(setting, '/tin.atom')}">
<link rel="icon" href="${icon}">
${styleElement(style)}</head>
<body><a class="skip" href="#noi-dung">${words.skip}</a>
<header><div class="in"><a class="brand" href="${link(setting, '')}">${words.portal}</a>
<nav class="top" aria-label="${words.menu}"><ul>${places.map(
    ([to, name]) =>
      html`<li><a href="${link(setting, to)}"${to === bare ? html` aria-current="page"` : null}>${words[name]}</a></li>`,
  )}<li><a href="${pageAddress(other, path)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></li></ul></nav>
${searchForm(setting, typed)}</div></header>
<main id="noi-dung" class="in">${body}</main>
<footer><div class="in"><p>${words.licence}</p><ul class="plain"><li><a href="${link(setting, '/gioi-thieu')}">${words.about}</a></li><li><a href="${link(setting, '/du-lieu')}">${words.data}</a></li><li><a href="${link(setting, '/tin.atom')}">${words.feed}</a></li></ul></div></footer>
</body></html>`.markup;
}

const searchForm = (
  setting: Setting,
  typed: string,
): Html => html`<form role="search" action="${link(setting, '/tim')}">
<input type="search" name="q" value="${typed}" maxlength="200" aria-label="${setting.words.search}" placeholder="${setting.words.search}"><button>${setting.words.find}</button></form>`;

export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;

/** What stands in a document, which is always in Vietnamese. */
export const spoken = ({ language }: Setting, text: Piece): Piece =>
  language === 'vi' ? text : html`<span lang="vi">${text}</span>`;

/** Where what is listed has headings of its own: between them and the page's, for whoever goes from heading to heading. */
export const listHeading = ({ words }: Setting): Html => html`<h2 class="unseen">${words.list}</h2>`;

export type Turning = { page: number; of: number; path: Address; query: Record<string, string | undefined> };

/** The way to the pages before and after. */
export function pagesOf(setting: Setting, { page, of, path, query }: Turning): Piece {
  if (of <= 1) return null;
  const { words } = setting;
  const at = (to: number) => link(setting, withQuery(path, { ...query, trang: to }));
  return html`<nav class="pages" aria-label="${words.pages}">${
    page > 1 && html`<a rel="prev" href="${at(page - 1)}">${words.before}</a>`
  }<span>${words.pageOf(String(page), String(of))}</span>${
    page < of && html`<a rel="next" href="${at(page + 1)}">${words.after}</a>`
  }</nav>`;
}
