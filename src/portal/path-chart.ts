import type { StandingStory } from '../registry/standing-story.ts';
import { formatDay, formatNumber } from '../values/format.ts';
import { periodWords } from '../values/period-words.ts';
import { endOfMonth, type PlainDate } from '../values/plain-date.ts';
import { type Box, dayScale, lineScale, pathOf, ticksOf } from '../values/scale.ts';
import type { Setting } from './frame.ts';
import { html, type Piece } from './html.ts';
import { valueWords } from './items.ts';

/** The way to a target and what was reached on it, drawn on the server; the same numbers stand in the table below it. */

const [width, height] = [640, 300];
const box: Box = { left: 64, right: width - 20, top: 30, bottom: height - 34 };

type Scales = { x: (day: PlainDate) => number; y: (value: number) => number };

export function pathChart(setting: Setting, story: StandingStory, unit: string | null, label: string): Piece {
  const { language, words } = setting;
  const { x, y, ticks, days } = scalesOf(story);
  const number = (value: number) => formatNumber(value, language);
  return html`<svg class="chart big" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
${ticks.map((tick) => html`<line class="grid" x1="${box.left}" x2="${box.right}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}"/><text x="${box.left - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${number(tick)}</text>`)}
${unit !== null && html`<text x="4" y="14">${unit}</text>`}
${days.map((day, at) => html`<text x="${x(day).toFixed(1)}" y="${height - 12}" text-anchor="${at === 0 ? 'end' : 'middle'}">${formatDay(day, language).slice(-7)}</text>`)}
${way(story, { x, y })}${reached(story, { x, y })}${aims(story, { x, y })}</svg>
<ul class="keys plain"><li><svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true" class="chart"><path class="expected" d="M0 6h26"/></svg>${words.expectedKey}</li><li><svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true" class="chart"><path class="actual" d="M0 6h26"/></svg>${words.reachedKey}</li>${
    story.forecast &&
    html`<li><svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true" class="chart"><path class="maybe" d="M0 6h26"/></svg>${words.forecastKey}</li>`
  }<li><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" class="chart"><path class="aim" d="M7 0l7 7l-7 7l-7-7z"/></svg>${words.targetKey}</li></ul>`;
}

function scalesOf({ expected, actual, forecast, from, to, aim }: StandingStory) {
  const values = [
    ...expected.flatMap(({ low, high, slack }) => [
      low === null ? null : low - slack,
      high === null ? null : high + slack,
    ]),
    ...expected.flatMap(({ low, high }) => [low, high]),
    ...actual.map(({ value }) => value),
    ...[forecast?.value ?? null, aim.low, aim.high],
  ].filter((value) => value !== null);
  const ticks = ticksOf(Math.min(...values), Math.max(...values));
  const first = actual[0] && actual[0].day < from ? actual[0].day : from;
  const x = dayScale(first, to, box);
  const y = lineScale(ticks[0] ?? 0, ticks.at(-1) ?? 1, box.bottom, box.top);
  return { x, y, ticks, days: marksBetween(first, to) };
}

const mostMarks = 6;

function marksBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const [first, last] = [monthOf(from), monthOf(to)];
  const step = [3, 6, 12, 24, 36, 60].find((one) => (last - first) / one <= mostMarks) ?? 120;
  const marks: PlainDate[] = [];
  for (let at = last; at >= first; at -= step) {
    const year = Math.ceil(at / 12) - 1;
    marks.push(endOfMonth(year, at - year * 12));
  }
  return marks;
}

const ends = ['low', 'high'] as const;

const way = ({ expected }: StandingStory, { x, y }: Scales): Piece =>
  ends.map((end) => {
    const points = expected.flatMap(({ day, slack, ...one }) => {
      const value = one[end];
      return value === null ? [] : [{ at: x(day), value, slack }];
    });
    if (points.length === 0) return null;
    const within = (at: number) => Math.min(box.bottom, Math.max(box.top, at));
    const edge = (side: number) => points.map(({ at, value, slack }) => [at, within(y(value + side * slack))] as const);
    const band = `${pathOf(edge(1))}${pathOf(edge(-1).toReversed()).replace('M', 'L')}Z`;
    return html`<path class="band" d="${band}"/><path class="expected" d="${pathOf(edge(0))}"/>`;
  });

function reached({ actual, forecast }: StandingStory, { x, y }: Scales): Piece {
  const last = actual.at(-1);
  const at = ({ day, value }: { day: PlainDate; value: number }) => [x(day), y(value)] as const;
  return [
    actual.slice(1).map((point, index) => {
      const before = actual[index];
      return (
        before &&
        html`<path class="actual${point.basis !== 'final' && ' dash'}" d="${pathOf([at(before), at(point)])}"/>`
      );
    }),
    last && forecast && forecast.day > last.day && html`<path class="maybe" d="${pathOf([at(last), at(forecast)])}"/>`,
    actual.map(
      (point) =>
        html`<circle${point.basis !== 'final' && html` class="open"`} cx="${at(point)[0].toFixed(1)}" cy="${at(point)[1].toFixed(1)}" r="4"/>`,
    ),
  ];
}

const aims = ({ aim, to }: StandingStory, { x, y }: Scales): Piece =>
  ends.map((end) => {
    const value = aim[end];
    return value === null || (end === 'high' && aim.low === value)
      ? null
      : html`<path class="aim" d="M${x(to).toFixed(1)},${(y(value) - 7).toFixed(1)}l7,7l-7,7l-7,-7z"/>`;
  });

/** The same numbers, month by month where something was reported. */
export function pathTable(setting: Setting, { actual, expected, forecast }: StandingStory, unit: string | null): Piece {
  const { words, language } = setting;
  const value = (one: number) => valueWords(setting, one, unit);
  const needed = (day: PlainDate): string => {
    const then = expected.find((one) => one.day === day);
    return then
      ? [then.low, then.high]
          .filter((end) => end !== null)
          .map(value)
          .join(' – ')
      : '';
  };
  return html`<details><summary>${words.asTable}</summary><div class="wide" tabindex="0" role="region" aria-label="${words.asTable}"><table aria-label="${words.asTable}"><thead><tr><th scope="col">${words.columns.time}</th><th scope="col" class="n">${words.columns.value}</th><th scope="col" class="n">${words.columns.expected}</th><th scope="col">${words.columns.basis}</th></tr></thead><tbody>${actual.map(
    (point) =>
      html`<tr><td>${periodWords(point.period, language)}</td><td class="n">${value(point.value)}</td><td class="n">${needed(point.day)}</td><td>${words.bases[point.basis]}</td></tr>`,
  )}${
    forecast &&
    html`<tr><td>${formatDay(forecast.day, language)}</td><td class="n">${value(Number(forecast.value.toPrecision(4)))}</td><td class="n">${needed(forecast.day)}</td><td>${words.forecastKey}</td></tr>`
  }</tbody></table></div></details>`;
}
