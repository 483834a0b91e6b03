import {
  countsOf,
  type PublicCounts,
  type PublicDocument,
  type PublicNews,
  type PublicRecord,
} from '../registry/public-plan.ts';
import { formatDay, formatNumber } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Address, ofAgency, ofDocument, ofTarget, ofTask, withQuery } from './addresses.ts';
import { embedHeight, embedOffer } from './embed-offer.ts';
import { link, listHeading, pageOf, pagesOf, type Setting, shortened, spoken } from './frame.ts';
import { html, type Piece } from './html.ts';
import { documentName, itemOf, type Listed } from './items.ts';
import { countsLine, type ListState, targetStates, taskStates } from './marks.ts';

/** The front page and all pages that are lists. */

/** So many of a list stand on one page. */
export const pageSize = 40;

export type ListQuery = { loc?: ListState | undefined; trang: number };

type Counted = { document: PublicDocument; counts: PublicCounts };
type CountedAgency = { id: string; name: string; counts: PublicCounts };
export type Overview = {
  day: PlainDate;
  documents: readonly Counted[];
  agencies: readonly CountedAgency[];
  total: PublicCounts;
  news: readonly PublicNews[];
};

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, count) => all + count, 0);
const tasksOf = ({ tasks, ungiven }: PublicCounts): number => sum(tasks) + ungiven;

const mostNewsShown = 8;
const mostDocumentsShown = 30;

export function frontPage(setting: Setting, { day, documents, total, news }: Overview): string {
  const { words, language } = setting;
  const number = (value: number) => formatNumber(value, language);
  const body =
    documents.length === 0
      ? html`<h1>${words.portal}</h1><p class="lead">${words.nothing}</p>`
      : html`<h1>${words.portal}</h1>
<p class="lead">${words.lead(number(documents.length), number(sum(total.targets)), number(tasksOf(total)))}</p><p class="meta">${words.asOf(formatDay(day, language))}</p>
<section aria-labelledby="ct"><h2 id="ct">${words.whereTargets}</h2>${countsLine(setting, { counts: total, states: targetStates, path: '/chi-tieu' })}</section>
<section aria-labelledby="nv"><h2 id="nv">${words.whereTasks}</h2>${countsLine(setting, { counts: total, states: taskStates, path: '/nhiem-vu' })}</section>
<section aria-labelledby="vb"><h2 id="vb">${words.documents}</h2>${documents.slice(0, mostDocumentsShown).map((one) => documentItem(setting, one))}${documents.length > mostDocumentsShown && html`<p><a href="${link(setting, '/van-ban')}">${words.all}</a></p>`}</section>
${newsSection(setting, news)}`;
  return pageOf(setting, { path: '', title: words.portal, description: words.aboutText[0] ?? '', body });
}

/** One page of a list; behind the last there is the last. */
function pageAt<T>(all: readonly T[], asked: number): { shown: readonly T[]; page: number; of: number } {
  const of = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(asked, of);
  return { shown: all.slice((page - 1) * pageSize, page * pageSize), page, of };
}

export function documentsPage(setting: Setting, { documents }: Overview, { trang }: ListQuery): string {
  const { words } = setting;
  const { shown, page, of } = pageAt(documents, trang);
  const body = html`<h1>${words.documents}</h1>${documents.length === 0 ? html`<p>${words.nothing}</p>` : listHeading(setting)}${shown.map((one) => documentItem(setting, one))}${pagesOf(setting, { page, of, path: '/van-ban', query: {} })}`;
  return pageOf(setting, { path: withQuery('/van-ban', { trang: page }), title: words.documents, body });
}

function documentItem(setting: Setting, { document, counts }: Counted): Piece {
  const path = ofDocument(document.id);
  return html`<article class="item"><h3><a href="${link(setting, path)}">${spoken(setting, documentName(setting, document))}</a></h3>
${document.title !== null && html`<p>${spoken(setting, shortened(document.title, 240))}</p>`}<p class="meta">${issuedWords(setting, document)}</p>
${countsLine(setting, { counts, states: targetStates, path, labelled: true })}${countsLine(setting, { counts, states: taskStates, path, labelled: true })}</article>`;
}

export function issuedWords(setting: Setting, { issuer, issuedOn, validUntil, period }: PublicDocument): Piece {
  const { words, language } = setting;
  const years = period && [...new Set([period.from, period.to])].join('–');
  const issued = issuer !== null && issuedOn !== null && words.issuedBy(issuer, formatDay(issuedOn, language));
  return [issued, years && words.period(years), validUntil !== null && words.ended].filter(Boolean).join(' · ');
}

function newsSection(setting: Setting, news: readonly PublicNews[]): Piece {
  if (news.length === 0) return null;
  const { words, language } = setting;
  return html`<section aria-labelledby="tin"><h2 id="tin">${words.news}</h2><ul class="plain">${news
    .slice(0, mostNewsShown)
    .map(
      (one) =>
        html`<li class="item"><p class="meta"><time datetime="${one.day}">${formatDay(one.day, language)}</time> · ${words.newsKinds[one.kind]}</p><a href="${link(setting, addressOfNews(one))}">${spoken(setting, shortened(one.words, 140))}</a></li>`,
    )}</ul></section>`;
}

export const addressOfNews = ({ kind, documentId, findingId }: PublicNews): Address =>
  findingId === null
    ? ofDocument(documentId)
    : kind === 'done'
      ? ofTask(documentId, findingId)
      : ofTarget(documentId, findingId);

const stateOf = (one: Listed): ListState | undefined =>
  one.kind === 'target' ? one.target.standing?.state : taskState(one.task.state);

const taskState = (state: ListState | 'dueSoon' | null): ListState =>
  state === null ? 'ungiven' : state === 'dueSoon' ? 'openInTime' : state;

type ListPage = {
  path: Address;
  all: readonly Listed[];
  counts: PublicCounts;
  states: readonly (readonly ListState[])[];
  query: ListQuery;
  today: PlainDate;
  withDocument: boolean;
  /** Headings of the document between its items. */
  withSections?: boolean;
};

/** The numbers of a list, each of which narrows it, and one page of it. */
function narrowedList(setting: Setting, list: ListPage): Piece {
  const { words, language } = setting;
  const { path, all, counts, states, query, today, withDocument, withSections = false } = list;
  const chosen = query.loc;
  const found = chosen === undefined ? all : all.filter((one) => stateOf(one) === chosen);
  const { shown, page, of } = pageAt(found, query.trang);
  const number = (value: number) => formatNumber(value, language);
  return html`${states.map((some) => countsLine(setting, { counts, states: some, path, chosen, labelled: states.length > 1 }))}
${chosen !== undefined && html`<p class="meta">${words.ofThis(number(found.length), number(all.length))} · <a href="${link(setting, path)}">${words.all}</a></p>`}
${withSections ? null : listHeading(setting)}${shown.length === 0 ? html`<p>${words.nothingHere}</p>` : shown.map((one, at) => [withSections && sectionOf(setting, one, shown[at - 1]), itemOf(setting, one, { today, withDocument })])}
${pagesOf(setting, { page, of, path, query: { loc: chosen } })}`;
}

const findingOf = (one: Listed) => (one.kind === 'target' ? one.target : one.task);

/** The heading that it stands under, where it is another than the one before it stands under. */
function sectionOf(setting: Setting, one: Listed, before: Listed | undefined): Piece {
  const head = (of: Listed) =>
    [...new Set([...findingOf(of).section, findingOf(of).group ?? ''])].filter(Boolean).join(' › ');
  const own = head(one);
  return own === '' || (before && head(before) === own) ? null : html`<h2 class="section">${spoken(setting, own)}</h2>`;
}

/** On which page of its document's list a finding stands. */
export const placeInList = (setting: Setting, record: PublicRecord, id: string): string => {
  const at = listedOf(record).findIndex((one) => findingOf(one).id === id);
  return `${link(setting, withQuery(ofDocument(record.document.id), { trang: Math.floor(at / pageSize) + 1 }))}#${encodeURIComponent(id.toWellFormed())}`;
};

export const listedOf = (record: PublicRecord): Listed[] => [
  ...record.targets.map((target): Listed => ({ record, kind: 'target', target })),
  ...record.tasks.map((task): Listed => ({ record, kind: 'task', task })),
];

export function documentPage(setting: Setting, record: PublicRecord, query: ListQuery, today: PlainDate): string {
  const { words, language } = setting;
  const { document } = record;
  const name = documentName(setting, document);
  const day = (date: PlainDate) => formatDay(date, language);
  const path = ofDocument(document.id);
  const until = document.validUntil === null ? '' : `, ${words.until(day(document.validUntil))}`;
  const body = html`<h1>${spoken(setting, name)}</h1>${document.title !== null && html`<p class="lead">${spoken(setting, document.title)}</p>`}
<p class="meta">${issuedWords(setting, document)}</p><p class="meta">${words.inForce(day(document.validFrom))}${until} · ${words.publishedSince(day(document.publishedFrom))} · ${words.asOf(day(today))}</p>
${narrowedList(setting, { path, all: listedOf(record), counts: countsOf(record), states: [targetStates, taskStates], query, today, withDocument: false, withSections: true })}${embedOffer(setting, path, name, embedHeight.counts)}`;
  return pageOf(setting, {
    path: withQuery(path, query),
    title: name,
    description: document.title ?? name,
    body,
    unlisted: query.loc !== undefined,
  });
}

type Everything = { kind: 'target' | 'task'; all: readonly Listed[]; total: PublicCounts; today: PlainDate };

/** All targets, or all tasks, of everything that is published. */
export function everythingPage(setting: Setting, { kind, all, total, today }: Everything, query: ListQuery): string {
  const { words } = setting;
  const path: Address = kind === 'target' ? '/chi-tieu' : '/nhiem-vu';
  const [title, states] = kind === 'target' ? [words.targets, targetStates] : [words.tasks, taskStates];
  const body = html`<h1>${title}</h1>${narrowedList(setting, { path, all, counts: total, states: [states], query, today, withDocument: true })}`;
  return pageOf(setting, { path: withQuery(path, query), title, body, unlisted: query.loc !== undefined });
}

export function agenciesPage(setting: Setting, { agencies }: Overview, { trang }: ListQuery): string {
  const { words } = setting;
  const { shown, page, of } = pageAt(agencies, trang);
  const body = html`<h1>${words.agencies}</h1>${agencies.length === 0 ? html`<p>${words.noAgencies}</p>` : listHeading(setting)}${shown.map(
    ({ id, name, counts }) => {
      const path = ofAgency(id);
      return html`<article class="item"><h3><a href="${link(setting, path)}">${spoken(setting, name)}</a></h3>${countsLine(setting, { counts, states: targetStates, path, labelled: true })}${countsLine(setting, { counts, states: taskStates, path, labelled: true })}</article>`;
    },
  )}${pagesOf(setting, { page, of, path: '/don-vi', query: {} })}`;
  return pageOf(setting, { path: withQuery('/don-vi', { trang: page }), title: words.agencies, body });
}

type Own = CountedAgency & { all: readonly Listed[]; today: PlainDate };

export function agencyPage(setting: Setting, { id, name, counts, all, today }: Own, query: ListQuery): string {
  const { words } = setting;
  const path = ofAgency(id);
  const body = html`<h1>${spoken(setting, name)}</h1>${narrowedList(setting, { path, all, counts, states: [targetStates, taskStates], query, today, withDocument: true })}`;
  return pageOf(setting, {
    path: withQuery(path, query),
    title: name,
    description: words.workOf(name),
    body,
    unlisted: query.loc !== undefined,
  });
}
