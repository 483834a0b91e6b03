import type { PublicDocument, PublicRecord, PublicTarget, PublicTask } from '../registry/public-plan.ts';
import { formatNumber } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { ofAgency, ofDocument, withQuery } from './addresses.ts';
import { link, listHeading, pageOf, pagesOf, type Setting, spoken } from './frame.ts';
import { html, type Piece } from './html.ts';
import { documentName, itemOf } from './items.ts';
import { issuedWords, pageSize } from './lists.ts';

type Hit =
  | { kind: 'document'; document: PublicDocument }
  | { kind: 'agency'; agency: { id: string; name: string } }
  | { kind: 'target'; document: PublicDocument; target: PublicTarget }
  | { kind: 'task'; document: PublicDocument; task: PublicTask };

type Found = { typed: string; hits: readonly Hit[]; most: number; trang: number; today: PlainDate };

export function searchPage(setting: Setting, { typed, hits, most, trang, today }: Found): string {
  const { words, language } = setting;
  const of = Math.max(1, Math.ceil(hits.length / pageSize));
  const page = Math.min(trang, of);
  const count = formatNumber(hits.length, language);
  const said =
    typed.trim() === ''
      ? words.searchHint
      : hits.length === 0
        ? words.nothingFound
        : hits.length >= most
          ? words.foundMany(count)
          : words.found(count);
  const shown = hits.slice((page - 1) * pageSize, page * pageSize);
  const body = html`<h1>${words.search}</h1><p role="status">${said}</p>${shown.length > 0 && listHeading(setting)}${shown.map((hit) => hitOf(setting, hit, today))}${pagesOf(setting, { page, of, path: '/tim', query: { q: typed } })}`;
  return pageOf(setting, {
    path: withQuery('/tim', { q: typed, trang: page }),
    title: words.search,
    body,
    typed,
    unlisted: true,
  });
}

const noNames: PublicRecord['agencies'] = new Map();

function hitOf(setting: Setting, hit: Hit, today: PlainDate): Piece {
  if (hit.kind === 'document')
    return html`<article class="item"><h3><a href="${link(setting, ofDocument(hit.document.id))}">${spoken(setting, documentName(setting, hit.document))}</a></h3><p>${spoken(setting, hit.document.title)}</p><p class="meta">${issuedWords(setting, hit.document)}</p></article>`;
  if (hit.kind === 'agency')
    return html`<article class="item"><h3><a href="${link(setting, ofAgency(hit.agency.id))}">${spoken(setting, hit.agency.name)}</a></h3></article>`;
  const record = { document: hit.document, agencies: noNames };
  return hit.kind === 'target'
    ? itemOf(setting, { record, kind: 'target', target: hit.target }, { today, withDocument: true })
    : itemOf(setting, { record, kind: 'task', task: hit.task }, { today, withDocument: true });
}
