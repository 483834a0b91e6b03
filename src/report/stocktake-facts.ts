import type { DutyState } from '../registry/duty-state.ts';
import type { MatterFacts } from '../registry/matter.ts';
import { standingWords } from '../registry/standing-words.ts';
import type { StocktakeDecision } from '../registry/stocktake.ts';
import { formatNumber } from '../values/format.ts';
import type { DocumentBlock } from '../values/official-document.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import type { IssuerFacts } from './issuer.ts';
import { stateWords } from './report-tasks.ts';

/** What the documents of a stocktake say. */
export type StocktakeFacts = {
  issuer: IssuerFacts;
  title: string;
  heldOn: PlainDate;
  begins: string;
  ends: string;
  place: string;
  chair: string;
  secretary: string;
  agencies: readonly string[];
  /** What was decided the last time, with what has become of it; null: there was no last time. */
  last: { heldOn: PlainDate; decisions: readonly ConcludedFact[] } | null;
  items: readonly {
    facts: Pick<MatterFacts, 'name' | 'now' | 'said'>;
    discussion: string;
    decisions: readonly ConcludedFact[];
  }[];
};

export type ConcludedFact = {
  agency: string;
  content: string;
  due: PlainDate | null;
  duty: Pick<NonNullable<StocktakeDecision['duty']>, 'state' | 'share'> | null;
};

export const withoutMark = (text: string): string => text.replace(/[\s.;,]+$/u, '');

/** "Giao Sở A: Trình đề án; hoàn thành trước ngày 15/04/2026". */
export const decisionSentence = ({ agency, content, due }: ConcludedFact): string =>
  `Giao ${agency}: ${withoutMark(content)}${due === null ? '' : `; thời hạn: ngày ${formatDate(due)}`}`;

/** Where something stands, as the minutes say it. */
export function standSentence({ now }: Pick<MatterFacts, 'now'>): string {
  if (now.kind === 'target') return withoutMark(standingWords(now.standing, now.unit, 'vi').join(' '));
  if (now.kind === 'duty') return stateSentence(now.state, now.share);
  const [overdue, behind] = [now.duties.openOverdue ?? 0, now.targets.behind ?? 0];
  return `${formatNumber(overdue)} việc quá hạn, ${formatNumber(behind)} chỉ tiêu chậm`;
}

export const stateSentence = (state: DutyState | null, share: number | null): string =>
  `${state === null ? 'Không còn thực hiện' : stateWords[state]}${share === null ? '' : `, đạt ${formatNumber(share)}%`}`;

export const listed = (texts: readonly string[]): DocumentBlock[] =>
  texts.map((text, at) => ({ kind: 'passage', level: 'dash', number: at + 1, text }));
