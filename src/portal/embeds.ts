import { countsOf, type PublicRecord } from '../registry/public-plan.ts';
import { standingWords } from '../registry/standing-words.ts';
import { formatDay } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Address, ofDocument, ofTarget } from './addresses.ts';
import { link, type Setting, shortened, spoken } from './frame.ts';
import { html, type Piece, styleElement } from './html.ts';
import { askedWords, documentName, targetName } from './items.ts';
import { countsBar, countsLine, standingMark, targetStates, taskStates } from './marks.ts';
import { pathChart } from './path-chart.ts';
import { style } from './style.ts';
import type { Story } from './target-page.ts';

/** What newspapers and agencies put into pages of their own: one picture, the day it is of, and the way to the page it is from. */

type Embed = { path: Address; title: string; today: PlainDate; body: Piece };

/** Links lead out of the other page's frame: only this may stand in one. */
function embedOf(setting: Setting, { path, title, today, body }: Embed): string {
  const { language, words, site } = setting;
  const page = link(setting, path);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.portal}</title><link rel="canonical" href="${site}${page}"><base target="_blank">
${styleElement(style)}</head>
<body><main class="embed"><h1><a href="${page}">${title}</a></h1>${body}
<p class="meta">${words.asOf(formatDay(today, language))} · ${words.source}: <a href="${page}">${words.portal}</a></p></main></body></html>`
    .markup;
}

/** Where a plan's targets and tasks stand. */
export function documentEmbed(setting: Setting, record: PublicRecord, today: PlainDate): string {
  const { document } = record;
  const [path, counts, name] = [ofDocument(document.id), countsOf(record), documentName(setting, document)];
  const body = html`${document.title !== null && html`<p>${spoken(setting, shortened(document.title, 160))}</p>`}${[
    targetStates,
    taskStates,
  ].map(
    (states) => html`${countsLine(setting, { counts, states, path, labelled: true })}${countsBar({ counts, states })}`,
  )}`;
  return embedOf(setting, { path, title: name, today, body });
}

/** The way to a target and what was reached on it. */
export function targetEmbed(setting: Setting, { target, story, record }: Story, today: PlainDate): string {
  const { words, language } = setting;
  const { standing } = target;
  const title = `${targetName(target)}: ${askedWords(setting, target)}`;
  const [told = ''] = standing ? standingWords(standing, target.indicatorUnit, language) : [];
  const body = html`<p class="meta">${spoken(setting, documentName(setting, record.document))}</p><p>${standing ? standingMark(setting, standing) : words.comparison} ${told}</p>${story && pathChart(setting, story, target.indicatorUnit, words.pathTitle(title))}`;
  return embedOf(setting, { path: ofTarget(target.documentId, target.id), title, today, body });
}
