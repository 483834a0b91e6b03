import type { ChangedDuty, Overview } from '../registry/overview.ts';
import { standingWord } from '../registry/standing-words.ts';
import { formatDay, formatNumber, type Language } from '../values/format.ts';
import type { LetterText } from './letter.ts';

/** What changed within a week in the plans that somebody may see, as a letter: numbers first, then what they are about. */

export type Week = {
  overview: Overview;
  /** How much waits for this person to decide. */
  decisions: number;
};

type Said = {
  subject: (from: string, to: string, behind: string, overdue: string) => string;
  numbers: string;
  names: Record<'good' | 'behind' | 'noData' | 'overdue' | 'done', string>;
  of: (all: string) => string;
  turn: (change: string) => string;
  same: string;
  decisions: (n: string) => string;
  targets: (n: string) => string;
  changes: Record<ChangedDuty['kind'], (n: string) => string>;
  newDue: (day: string) => string;
  figures: (n: string, to: string) => string;
  nothing: string;
  more: (n: string) => string;
  stop: string;
  why: string;
};

const vi: Said = {
  subject: (from, to, behind, overdue) =>
    `Kế hoạch tuần ${from} – ${to}: ${behind} chỉ tiêu chậm, ${overdue} việc quá hạn`,
  numbers: 'Tình hình chung so với một tuần trước',
  names: {
    good: 'Chỉ tiêu đạt hoặc đúng tiến độ',
    behind: 'Chỉ tiêu chậm',
    noData: 'Chỉ tiêu chưa có số liệu',
    overdue: 'Nhiệm vụ quá hạn',
    done: 'Nhiệm vụ đã hoàn thành',
  },
  of: (all) => `trong ${all}`,
  turn: (change) => `${change} so với tuần trước`,
  same: 'không đổi',
  decisions: (n) => `Chờ bạn quyết định: ${n} việc`,
  targets: (n) => `Chỉ tiêu đổi trạng thái (${n})`,
  changes: {
    done: (n) => `Nhiệm vụ được xác nhận hoàn thành (${n})`,
    overdue: (n) => `Nhiệm vụ vừa quá hạn (${n})`,
    extended: (n) => `Đã gia hạn, điều chỉnh (${n})`,
    extensionRefused: (n) => `Không đồng ý gia hạn (${n})`,
  },
  newDue: (day) => `hạn mới ${day}`,
  figures: (n, to) => `${n} số liệu mới được duyệt; kỳ mới nhất kết thúc ${to}.`,
  nothing: 'Trong tuần không có chỉ tiêu nào đổi trạng thái, không có nhiệm vụ nào xong, quá hạn hay được gia hạn.',
  more: (n) => `… và ${n} mục khác.`,
  stop: 'Dừng nhận thư hằng tuần',
  why: 'Bạn nhận thư này vì đã đăng ký thư hằng tuần ở trang Thông báo của phần mềm Tiến Độ.',
};

const en: Said = {
  subject: (from, to, behind, overdue) =>
    `The plan from ${from} to ${to}: ${behind} targets behind, ${overdue} tasks overdue`,
  numbers: 'Where things stand, beside a week ago',
  names: {
    good: 'Targets met or on the path',
    behind: 'Targets behind',
    noData: 'Targets without figures',
    overdue: 'Tasks overdue',
    done: 'Tasks done',
  },
  of: (all) => `of ${all}`,
  turn: (change) => `${change} since last week`,
  same: 'as before',
  decisions: (n) => `Waiting for you to decide: ${n}`,
  targets: (n) => `Targets that changed their state (${n})`,
  changes: {
    done: (n) => `Tasks confirmed as done (${n})`,
    overdue: (n) => `Tasks newly overdue (${n})`,
    extended: (n) => `Deadlines extended (${n})`,
    extensionRefused: (n) => `Extensions refused (${n})`,
  },
  newDue: (day) => `new deadline ${day}`,
  figures: (n, to) => `${n} new figures were approved; the latest period ended on ${to}.`,
  nothing: 'No target changed its state this week, and no task was done, became overdue or was extended.',
  more: (n) => `… and ${n} more.`,
  stop: 'Stop this weekly letter',
  why: 'You get this letter because you asked for it on the page Notices of Tiến Độ.',
};

const words: Record<Language, Said> = { vi, en };
/** Beyond so many words a line is no line any more. */
const mostLetters = 140;
const shortened = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text.replaceAll(/\s+/g, ' ');

/** Where whoever gets it says that it shall stop; the page wants them signed in. */
const stopWeeklyPath = '/thong-bao?thu=dung';

export function weeklyLetter(
  { overview, decisions }: Week,
  language: Language,
  publicUrl: string | undefined,
): LetterText {
  const said = words[language];
  const { now, day, than } = overview;
  const number = (value: number) => formatNumber(value, language);
  const link = (path: string) => (publicUrl ? [`  ${publicUrl}${path}`] : []);
  const parts = [
    numbersOf(overview, language, link),
    ...(decisions > 0 ? [[said.decisions(number(decisions)), ...link('/viec-cua-toi')]] : []),
    ...changesOf(overview, language, link),
    ...(overview.newFigures > 0 && overview.figuresTo
      ? [[said.figures(number(overview.newFigures), formatDay(overview.figuresTo, language))]]
      : []),
    ...(publicUrl ? [[`${said.stop}: ${publicUrl}${stopWeeklyPath}`]] : []),
    [said.why],
  ];
  return {
    subject: said.subject(
      formatDay(than, language),
      formatDay(day, language),
      number(now.targets.behind ?? 0),
      number(now.duties.openOverdue ?? 0),
    ),
    text: parts.map((lines) => lines.join('\n')).join('\n\n'),
  };
}

type Link = (path: string) => string[];

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

function numbersOf({ now, before }: Overview, language: Language, link: Link): string[] {
  const said = words[language];
  const number = (value: number) => formatNumber(value, language);
  const line = (name: keyof Said['names'], of: (numbers: Overview['now']) => number, all: number): string => {
    const change = of(now) - of(before);
    const turn = change === 0 ? said.same : said.turn(`${change > 0 ? '+' : '−'}${number(Math.abs(change))}`);
    return `- ${said.names[name]}: ${number(of(now))} ${said.of(number(all))} (${turn})`;
  };
  const [targets, duties] = [sum(now.targets), sum(now.duties)];
  return [
    said.numbers,
    line('good', (one) => (one.targets.met ?? 0) + (one.targets.onPath ?? 0), targets),
    line('behind', (one) => one.targets.behind ?? 0, targets),
    line('noData', (one) => one.targets.noData ?? 0, targets),
    line('overdue', (one) => one.duties.openOverdue ?? 0, duties),
    line('done', (one) => (one.duties.doneOnTime ?? 0) + (one.duties.doneLate ?? 0), duties),
    ...link('/tong-quan'),
  ];
}

function changesOf({ changedTargets, changedDuties }: Overview, language: Language, link: Link): string[][] {
  const said = words[language];
  const number = (value: number) => formatNumber(value, language);
  const left = (total: number, shown: number) => (total > shown ? [said.more(number(total - shown))] : []);
  if (changedTargets.total === 0 && changedDuties.length === 0) return [[said.nothing]];
  const targets = changedTargets.rows.flatMap(({ target, before, now }) => [
    `- ${shortened([target.name, target.variant].filter(Boolean).join(', '))}: ${standingWord(before, language)} → ${standingWord(now, language)}`,
    ...link(`/tong-quan/chi-tieu/${target.documentId}/${target.id}`),
  ]);
  return [
    ...(changedTargets.total === 0
      ? []
      : [
          [
            said.targets(number(changedTargets.total)),
            ...targets,
            ...left(changedTargets.total, changedTargets.rows.length),
          ],
        ]),
    ...changedDuties.map(({ kind, total, rows }) => [
      said.changes[kind](number(total)),
      ...rows.flatMap(({ what, agency, due, dutyId }) => [
        `- ${shortened(what)} (${agency.name}${due === null ? '' : `, ${said.newDue(formatDay(due, language))}`})`,
        ...link(`/viec/${dutyId}`),
      ]),
      ...left(total, rows.length),
    ]),
  ];
}
