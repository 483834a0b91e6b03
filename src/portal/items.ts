import type { PublicDocument, PublicRecord, PublicTarget, PublicTask } from '../registry/public-plan.ts';
import { formatDay, formatNumber, speakTargetValue, withUnit } from '../values/format.ts';
import { periodWords } from '../values/period-words.ts';
import { dayNumber, type PlainDate } from '../values/plain-date.ts';
import { ofAgency, ofTarget, ofTask } from './addresses.ts';
import { link, type Setting, shortened, spoken } from './frame.ts';
import { html, type Piece } from './html.ts';
import { dutyMark, standingMark } from './marks.ts';

/** Targets and tasks as they stand in a list. */

export const documentName = ({ words }: Setting, { kind, number, title }: PublicDocument): string =>
  number === null
    ? `${words.kinds[kind]} ${title ? shortened(title, 60) : words.unnumbered}`
    : `${words.kinds[kind]} ${number}`;

export const targetName = ({ name, variant }: Pick<PublicTarget, 'name' | 'variant'>): string =>
  [name, variant].filter(Boolean).join(', ');

type Asked = Parameters<typeof speakTargetValue>[0] & Pick<PublicTarget, 'name' | 'change' | 'year'>;

export const askedWords = ({ language, words }: Setting, target: Asked): string => {
  const year = target.year === null ? '' : `, ${words.year(String(target.year))}`;
  // "Tốc độ tăng trưởng" has said it already.
  const isSaid = target.value === null || /tăng|giảm/iu.test(target.name);
  return `${isSaid ? '' : words.changes[target.change]}${speakTargetValue(target, language)}${year}`;
};

export const valueWords = ({ language }: Setting, value: number, unit: string | null): string => {
  const number = formatNumber(Number(value.toPrecision(8)), language);
  return withUnit(number, unit);
};

export const agencyLinks = (setting: Setting, ids: readonly string[], names: PublicRecord['agencies']): Piece =>
  ids.map((id, at) => [
    at === 0 ? null : ', ',
    html`<a href="${link(setting, ofAgency(id))}">${spoken(setting, names.get(id) ?? id)}</a>`,
  ]);

/** More are told in the page of the target or task itself. */
const mostNamed = 3;

/** Who answers for it, and where lists are of many documents, in which it stands. */
function whose(setting: Setting, record: Listed['record'], ids: readonly string[], withDocument: boolean): Piece {
  const names = ids.slice(0, mostNamed).map((id) => record.agencies.get(id) ?? id);
  const said = [
    names.join(', ') + (ids.length > mostNamed ? ', …' : ''),
    withDocument && documentName(setting, record.document),
  ].filter(Boolean);
  return said.length > 0 && html`<p class="meta">${spoken(setting, said.join(' · '))}</p>`;
}

export type Listed = { record: Pick<PublicRecord, 'document' | 'agencies'> } & (
  | { kind: 'target'; target: PublicTarget }
  | { kind: 'task'; task: PublicTask }
);

type Shown = { today: PlainDate; withDocument: boolean };

export const itemOf = (setting: Setting, listed: Listed, shown: Shown): Piece =>
  listed.kind === 'target'
    ? targetItem(setting, listed.record, listed.target, shown)
    : taskItem(setting, listed.record, listed.task, shown);

function targetItem(setting: Setting, record: Listed['record'], target: PublicTarget, { withDocument }: Shown): Piece {
  const { words, language } = setting;
  const { standing, indicatorUnit } = target;
  const reached =
    standing?.value != null && standing.period !== null && standing.basis !== null
      ? `${words.reached}: ${valueWords(setting, standing.value, indicatorUnit)} (${periodWords(standing.period, language)}, ${words.bases[standing.basis]})`
      : null;
  return html`<article class="item"${!withDocument && html` id="${target.id}"`}><h3><a href="${link(setting, ofTarget(target.documentId, target.id))}">${spoken(setting, targetName(target))}: ${askedWords(setting, target)}</a></h3>
<p class="meta">${standing ? standingMark(setting, standing) : words.comparison}${reached && ` · ${reached}`}</p>
${whose(setting, record, target.agencyIds, withDocument)}</article>`;
}

function taskItem(setting: Setting, record: Listed['record'], task: PublicTask, { today, withDocument }: Shown): Piece {
  const due = task.duties.flatMap(({ due: day, state }) => (state === task.state ? (day ?? []) : [])).toSorted()[0];
  const time = due ? formatDay(due, setting.language) : task.timeRaw;
  return html`<article class="item"${!withDocument && html` id="${task.id}"`}><h3><a href="${link(setting, ofTask(task.documentId, task.id))}">${spoken(setting, shortened(task.quote, 220))}</a></h3>
<p class="meta">${dutyMark(setting, task.state, latenessOf(setting, task, today))}${time && html` · ${setting.words.columns.due}: ${spoken(setting, time)}`}</p>
${whose(setting, record, task.leadIds, withDocument)}</article>`;
}

/** How late it is, or was done; undefined where it is not. */
export function latenessOf(
  { words, language }: Setting,
  { duties, state }: Pick<PublicTask, 'duties' | 'state'>,
  today: PlainDate,
): string | undefined {
  const days = duties.flatMap(({ due, doneOn, state: own }) =>
    due !== null && own === state ? [dayNumber(own === 'doneLate' ? (doneOn ?? today) : today) - dayNumber(due)] : [],
  );
  const most = formatNumber(Math.max(0, ...days), language);
  if (state === 'openOverdue') return words.overdueDays(most);
  return state === 'doneLate' ? words.lateDays(most) : undefined;
}
