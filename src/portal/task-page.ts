import type { PublicDuty, PublicRecord, PublicTask } from '../registry/public-plan.ts';
import { formatDay } from '../values/format.ts';
import { parsePeriod } from '../values/period.ts';
import { periodWords } from '../values/period-words.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { ofTask } from './addresses.ts';
import { pageOf, type Setting, shortened, spoken } from './frame.ts';
import { html, type Piece } from './html.ts';
import { agencyLinks, latenessOf } from './items.ts';
import { dutyMark } from './marks.ts';
import { crumbs, promise } from './target-page.ts';

/** What was promised, who leads it, by when, how far it is, how late, and what resulted. */
export function taskPage(setting: Setting, record: PublicRecord, task: PublicTask, today: PlainDate): string {
  const { words, language } = setting;
  const title = shortened(task.quote, 110);
  const role = (name: string, ids: readonly string[]): Piece =>
    ids.length > 0 && html`<dt>${name}</dt><dd>${agencyLinks(setting, ids, record.agencies)}</dd>`;
  const body = html`${crumbs(setting, record)}<h1>${spoken(setting, title)}</h1>
<div class="box"><p>${dutyMark(setting, task.state, latenessOf(setting, task, today))}</p><p class="meta">${words.asOf(formatDay(today, language))}</p></div>
<h2>${words.promised}</h2>${promise(setting, record, task)}
<dl>${role(words.leads, task.leadIds)}${role(words.coords, task.coordIds)}${role(words.monitors, task.monitorIds)}${task.timeRaw !== null && html`<dt>${words.timeInDocument}</dt><dd>${spoken(setting, task.timeRaw)}</dd>`}${task.product !== null && html`<dt>${words.product}</dt><dd>${spoken(setting, task.product)}</dd>`}</dl>
<h2>${words.deadlines}</h2>${task.duties.length === 0 ? html`<p>${words.notGiven}</p>` : duties(setting, record, task, today)}`;
  return pageOf(setting, { path: ofTask(task.documentId, task.id), title, description: task.quote, body });
}

/** Work that comes again every month for years: the latest are what a reader wants; all are open data. */
const mostShown = 100;

function duties(setting: Setting, record: PublicRecord, task: PublicTask, today: PlainDate): Piece {
  const { words, language } = setting;
  const { columns } = words;
  const day = (date: PlainDate | null) => (date === null ? '' : formatDay(date, language));
  const heads = [columns.agency, columns.due, columns.state, columns.report, columns.result];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${words.deadlines}"><table aria-label="${words.deadlines}" class="fold"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${task.duties
    .slice(-mostShown)
    .map(
      (duty) =>
        html`<tr><td data-name="${columns.agency}"><span>${spoken(setting, record.agencies.get(duty.agencyId) ?? duty.agencyId)}${duty.period !== null && html`<br><span class="soft">${parsePeriod(duty.period) ? periodWords(duty.period, language) : duty.period}</span>`}</span></td><td data-name="${columns.due}"><span>${dueWords(setting, duty)}</span></td><td data-name="${columns.state}">${dutyMark(setting, duty.state, latenessOf(setting, { duties: [duty], state: duty.state }, today))}</td><td data-name="${columns.report}">${day(duty.lastReportOn)}</td><td data-name="${columns.result}">${[
          duty.doneOn === null ? null : words.doneOn(day(duty.doneOn)),
          ...duty.results.map(({ number, date }) => words.resultOf(number, day(date))),
        ]
          .filter((one) => one !== null)
          .join('; ')}</td></tr>`,
    )}</tbody></table></div>`;
}

function dueWords({ words, language }: Setting, { due, firstDue, extensions }: PublicDuty): Piece {
  const day = (date: PlainDate | null) => (date === null ? words.noDue : formatDay(date, language));
  const moved = firstDue !== null && firstDue !== due && extensions.length === 0;
  return html`${day(due)}${moved && html`<br><span class="soft">${words.firstDue(day(firstDue))}</span>`}${extensions.map(
    ({ before, granted, on }) =>
      html`<br><span class="soft">${words.extended(day(before), day(granted), day(on))}</span>`,
  )}`;
}
