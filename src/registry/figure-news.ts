import type { PlainDate } from '../values/plain-date.ts';
import type { TargetFigure } from './target-figures.ts';

/** How fresh the figures of targets are, and what came in between two days. */
export type FigureNews = {
  /** The day on which the latest came in, and the end of the latest period there is. */
  setOn: PlainDate | null;
  periodTo: PlainDate | null;
  /** Those that came in after the first day until the second, each once however many targets it is of. */
  added: readonly string[];
};

/** In one look: of a plan there are ten thousand. `line`: what they are figures of. */
export function figureNewsOf(
  figures: readonly TargetFigure[],
  { line, from, to }: { line: string; from: PlainDate; to: PlainDate },
): FigureNews {
  let [setOn, periodTo]: [PlainDate, PlainDate] = ['', ''];
  const added: string[] = [];
  for (const figure of figures) {
    if (figure.setOn > setOn) setOn = figure.setOn;
    if (figure.periodTo > periodTo) periodTo = figure.periodTo;
    if (figure.setOn > from && figure.setOn <= to) added.push(nameOf(line, figure));
  }
  return { setOn: setOn || null, periodTo: periodTo || null, added };
}

const nameOf = (line: string, { agencyId, period, span, basis, value, setOn }: TargetFigure): string =>
  [line, agencyId, period, span, basis, value, setOn].join('\t');

/** Of several targets together. */
export const joinedNews = (news: readonly FigureNews[]): FigureNews => ({
  setOn: latestOf(news.map(({ setOn }) => setOn)),
  periodTo: latestOf(news.map(({ periodTo }) => periodTo)),
  added: [...new Set(news.flatMap(({ added }) => added))],
});

const latestOf = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
