import type { Language } from '../values/format.ts';
import type { Address } from './addresses.ts';
import { link, pageOf, type Setting } from './frame.ts';
import { html } from './html.ts';

/** Pages of words alone. */

export function aboutPage(setting: Setting): string {
  const { words } = setting;
  const body = html`<h1>${words.about}</h1>${words.aboutText.map((text) => html`<p>${text}</p>`)}<h2>${words.terms}</h2>${words.termsText.map((text) => html`<p>${text}</p>`)}`;
  return pageOf(setting, { path: '/gioi-thieu', title: words.about, description: words.aboutText[0] ?? '', body });
}

export type PortalFault = 'missingPage' | 'tooMany' | 'away' | 'broken';

/** @param requestId where the server failed: what its operators find it by */
export function faultPage(setting: Setting, fault: PortalFault, requestId?: string): string {
  const { words } = setting;
  const body = html`<h1>${words[fault]}</h1><p>${words[`${fault}Hint`]}</p>${requestId === undefined ? '' : html`<p>${words.requestId} <strong>${requestId}</strong></p>`}<p><a href="${link(setting, '')}">${words.home}</a></p>`;
  return pageOf(setting, { path: '', title: words[fault], body, unlisted: true });
}

type Table = {
  id: string;
  title: Record<Language, string>;
  row: Record<Language, string>;
  columns: readonly { id: string; meaning: Record<Language, string> }[];
};

type Offered = { tables: readonly Table[]; formats: readonly string[]; years: readonly number[] };

/** All that can be downloaded, and what each column of it is. */
export function dataPage(setting: Setting, { tables, formats, years }: Offered): string {
  const { words, language } = setting;
  const file = (name: string): Address => `/du-lieu/${name}`;
  const body = html`<h1>${words.data}</h1><p class="lead">${words.dataLead}</p><p>${words.licence}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words.download}"><table aria-label="${words.download}"><thead><tr><th scope="col">${words.table}</th><th scope="col">${words.rows}</th><th scope="col">${words.download}</th></tr></thead><tbody>${tables.map(
    ({ id, title, row }) =>
      html`<tr><td>${title[language]}</td><td>${row[language]}</td><td>${formats.map((format) => html`<a href="${link({ ...setting, language: 'vi' }, file(`${id}.${format}`))}" download>${format.toUpperCase()}</a> `)}</td></tr>`,
  )}</tbody></table></div>
<h2>${words.years}</h2><p>${words.yearsHint}</p><ul>${years.map((year) => html`<li><a href="${link({ ...setting, language: 'vi' }, file(`nam-${year}.zip`))}" download>${year}</a></li>`)}</ul>
<p><a href="${link({ ...setting, language: 'vi' }, file('catalog.jsonld'))}">${words.catalogue}</a></p>
<h2>${words.dictionary}</h2><p>${words.dictionaryHint} <a href="${link({ ...setting, language: 'vi' }, file('dictionary.json'))}">JSON</a></p>
${tables.map(
  ({ id, title, columns }) =>
    html`<h3>${title[language]} (${id})</h3><dl>${columns.map(({ id: column, meaning }) => html`<dt><code>${column}</code></dt><dd>${meaning[language]}</dd>`)}</dl>`,
)}`;
  return pageOf(setting, { path: '/du-lieu', title: words.data, description: words.dataLead, body });
}
