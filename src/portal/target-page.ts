import type { PublicFigure, PublicRecord, PublicTarget } from '../registry/public-plan.ts';
import type { StandingStory } from '../registry/standing-story.ts';
import { standingWords } from '../registry/standing-words.ts';
import { formatDay, formatNumber, speakTargetValue } from '../values/format.ts';
import { periodWords } from '../values/period-words.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { ofDocument, ofTarget } from './addresses.ts';
import { embedHeight, embedOffer } from './embed-offer.ts';
import { link, pageOf, type Setting, spoken } from './frame.ts';
import { html, type Piece } from './html.ts';
import { agencyLinks, askedWords, documentName, targetName, valueWords } from './items.ts';
import { placeInList } from './lists.ts';
import { standingMark } from './marks.ts';
import { pathChart, pathTable } from './path-chart.ts';

/** What was promised, who is responsible, what was last reported and when, how late. */

type Other = Pick<PublicTarget, 'documentId' | 'id' | 'op' | 'value' | 'value2' | 'of' | 'unit' | 'year'> & {
  documentNumber: string | null;
};

export type Story = {
  record: PublicRecord;
  target: PublicTarget;
  story: StandingStory | null;
  figures: readonly PublicFigure[];
  others: readonly Other[];
};

export function targetPage(
  setting: Setting,
  { record, target, story, figures, others }: Story,
  today: PlainDate,
): string {
  const { words, language } = setting;
  const title = `${targetName(target)}: ${askedWords(setting, target)}`;
  const { standing } = target;
  const body = html`${crumbs(setting, record)}<h1>${spoken(setting, targetName(target))}: ${askedWords(setting, target)}</h1>
<div class="box"><p>${standing ? standingMark(setting, standing) : words.comparison}</p>${standing && standingWords(standing, target.indicatorUnit, language).map((sentence) => html`<p>${sentence}</p>`)}<p class="meta">${words.asOf(formatDay(today, language))}</p></div>
<h2>${words.promised}</h2>${promise(setting, record, target)}
<dl><dt>${words.responsible}</dt><dd>${target.agencyIds.length > 0 ? agencyLinks(setting, target.agencyIds, record.agencies) : words.noAgency}</dd>
<dt>${words.mustReach}</dt><dd>${askedWords(setting, target)}</dd>
<dt>${words.lastReport}</dt><dd>${lastReport(setting, target, record.agencies)}</dd>
<dt>${words.late}</dt><dd>${lateness(setting, target)}</dd></dl>
${story && html`<h2>${words.path}</h2>${pathChart(setting, story, target.indicatorUnit, words.pathTitle(title))}${pathTable(setting, story, target.indicatorUnit)}`}
${figuresTable(setting, record, target, figures)}${othersList(setting, others)}${embedOffer(setting, ofTarget(target.documentId, target.id), title, story ? embedHeight.chart : embedHeight.words)}`;
  return pageOf(setting, { path: ofTarget(target.documentId, target.id), title, description: target.quote, body });
}

export const crumbs = (setting: Setting, { document }: Pick<PublicRecord, 'document'>): Piece =>
  html`<p class="meta"><a href="${link(setting, ofDocument(document.id))}">${spoken(setting, documentName(setting, document))}</a></p>`;

type Promised = Pick<PublicTarget, 'id' | 'quote' | 'section' | 'group' | 'validUntil'>;

/** The sentence, as the document has it, and the way to its place there. */
export function promise(
  setting: Setting,
  record: PublicRecord,
  { id, quote, section, group, validUntil }: Promised,
): Piece {
  const { words, language } = setting;
  const place = [...new Set([...section, group].filter(Boolean))].join(' › ');
  const ended = validUntil !== null && words.until(formatDay(validUntil, language));
  return html`<blockquote lang="vi" cite="${link(setting, ofDocument(record.document.id))}">${quote}</blockquote>
<p class="meta">${spoken(setting, place)}${place && ' · '}<a href="${placeInList(setting, record, id)}">${words.inDocument}</a>${ended && ` · ${ended}`}</p>`;
}

function lastReport(setting: Setting, target: PublicTarget, names: PublicRecord['agencies']): Piece {
  const { standing, indicatorUnit, reportedOn } = target;
  const { words, language } = setting;
  if (standing?.value == null || standing.period === null || standing.basis === null) return words.noReport;
  const approved = reportedOn === null ? '' : `, ${words.approvedOn(formatDay(reportedOn, language))}`;
  const reporters = standing.agencyIds.length > 0 && target.agencyIds.length === 0;
  const said = `${valueWords(setting, standing.value, indicatorUnit)} (${periodWords(standing.period, language)}, ${words.bases[standing.basis]})${approved}.`;
  return html`${said}${standing.basis === 'estimated' && html` ${words.estimate}`}${reporters && html` ${words.reportedBy} ${agencyList(setting, standing.agencyIds, names)}.`}`;
}

const agencyList = (setting: Setting, ids: readonly string[], names: PublicRecord['agencies']): Piece =>
  spoken(setting, ids.map((id) => names.get(id) ?? id).join(', '));

function lateness({ words, language }: Setting, { standing }: PublicTarget): string {
  if (!standing || standing.state === 'noData') return words.noReport;
  if (standing.state !== 'behind' || standing.gap === null) return words.notLate;
  const gap = formatNumber(Number(standing.gap.toPrecision(3)), language);
  return standing.ended ? words.missedBy(gap) : words.lateBy(gap);
}

function figuresTable(
  setting: Setting,
  record: PublicRecord,
  target: PublicTarget,
  figures: readonly PublicFigure[],
): Piece {
  const { words, language } = setting;
  if (figures.length === 0) return null;
  const { columns } = words;
  const name = (id: string) => record.agencies.get(id) ?? id;
  const heads = [columns.time, columns.value, columns.basis, columns.agency, columns.approved, columns.replaced];
  return html`<h2>${words.figures}</h2><p class="meta">${words.figuresHint} <a href="${link(setting, '/du-lieu')}">${words.data}</a></p>
<div class="wide" tabindex="0" role="region" aria-label="${words.figures}"><table aria-label="${words.figures}" class="fold"><thead><tr>${heads.map((head) => html`<th scope="col"${head === columns.value && html` class="n"`}>${head}</th>`)}</tr></thead><tbody>${figures.map(
    (figure) =>
      html`<tr${figure.replacedOn !== null && html` class="gone"`}><td data-name="${columns.time}">${periodWords(figure.period, language)}${figure.span === 'toDate' && ` (${words.toDate})`}</td><td class="n" data-name="${columns.value}">${figure.value === null ? words.missing : valueWords(setting, figure.value, target.indicatorUnit)}</td><td data-name="${columns.basis}">${words.bases[figure.basis]}</td><td data-name="${columns.agency}">${spoken(setting, name(figure.agencyId))}</td><td data-name="${columns.approved}">${formatDay(figure.approvedOn, language)}</td><td data-name="${columns.replaced}">${figure.replacedOn === null ? '' : formatDay(figure.replacedOn, language)}</td></tr>`,
  )}</tbody></table></div>`;
}

const othersList = (setting: Setting, others: readonly Other[]): Piece =>
  others.length > 0 &&
  html`<h2>${setting.words.others}</h2><ul>${others.map(
    (other) =>
      html`<li><a href="${link(setting, ofTarget(other.documentId, other.id))}">${spoken(setting, other.documentNumber ?? setting.words.unnumbered)}${other.year !== null && `, ${setting.words.year(String(other.year))}`}: ${speakTargetValue(other, setting.language)}</a></li>`,
  )}</ul>`;
