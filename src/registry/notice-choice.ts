import { z } from 'zod';
import { languages } from '../values/format.ts';
import { dateOfNumber, dayNumber, type PlainDate } from '../values/plain-date.ts';
import { NoticeKind } from './notice.ts';
import { weekdayOf } from './working-days.ts';

/** How a notice reaches a mailbox. */
export const MailWay = z.enum(['now', 'digest', 'off']);
export type MailWay = z.infer<typeof MailWay>;

/** By which ways one kind of notice reaches one person. */
export const NoticeWays = z.object({ app: z.boolean(), mail: MailWay, webhook: z.boolean() });
export type NoticeWays = z.infer<typeof NoticeWays>;

/** What the administrator allows for one kind, and what holds where nobody chose. */
export const NoticeRule = z.object({
  usual: NoticeWays,
  /** Whether it may be left out of the application's own list. */
  appOptional: z.boolean(),
  mail: z.array(MailWay).min(1),
  webhook: z.boolean(),
});
export type NoticeRule = z.infer<typeof NoticeRule>;

export const NoticeRules = z.record(NoticeKind, NoticeRule);
export type NoticeRules = z.infer<typeof NoticeRules>;

/** An hour and minute in Việt Nam. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const NoticeChoice = z.object({
  kinds: z.partialRecord(NoticeKind, NoticeWays),
  digestAt: TimeOfDay,
  quietFrom: TimeOfDay,
  /** The same as `quietFrom`: never quiet. */
  quietUntil: TimeOfDay,
  /** Of letters. */
  language: z.enum(languages),
  /** On which day the letter of the week comes, 0 is Monday; null: none. */
  weeklyOn: z.int().min(0).max(4).nullable().default(null),
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

export const usualChoice: NoticeChoice = {
  kinds: {},
  digestAt: '07:30',
  quietFrom: '19:00',
  quietUntil: '06:30',
  language: 'vi',
  weeklyOn: null,
};

/** What came back to whoever sent it: one digest a day would cost a day of work. */
const rejections: readonly NoticeKind[] = [
  ...(['dutyReturned', 'progressReturned', 'resultSentBack', 'dueRefused'] as const),
  ...(['reportReturned', 'reportSentBack', 'summaryReturned', 'correctionRefused'] as const),
];
/** What nobody can say not to have seen. */
const always: readonly NoticeKind[] = [
  'assigned',
  'named',
  'reportAsked',
  'overdue',
  'toHead',
  'toLeader',
  'urged',
  'accountReviewDue',
  ...rejections,
];

const usualRule = (kind: NoticeKind): NoticeRule => ({
  usual: { app: true, mail: rejections.includes(kind) ? 'now' : 'digest', webhook: true },
  appOptional: !always.includes(kind),
  mail: always.includes(kind) ? ['now', 'digest'] : ['now', 'digest', 'off'],
  webhook: true,
});

export const usualRules: NoticeRules = NoticeRules.parse(
  Object.fromEntries(NoticeKind.options.map((kind) => [kind, usualRule(kind)])),
);

/** What a person chose, as far as it is allowed. */
export function waysOf(kind: NoticeKind, rules: NoticeRules, { kinds }: Pick<NoticeChoice, 'kinds'>): NoticeWays {
  const rule = rules[kind];
  const chosen = kinds[kind] ?? rule.usual;
  return {
    app: chosen.app || !rule.appOptional,
    mail: rule.mail.includes(chosen.mail)
      ? chosen.mail
      : rule.mail.includes(rule.usual.mail)
        ? rule.usual.mail
        : (rule.mail[0] ?? 'off'),
    webhook: chosen.webhook && rule.webhook,
  };
}

/** Kinds that a person does not want to see in the application. */
export const hiddenKinds = (rules: NoticeRules, choice: Pick<NoticeChoice, 'kinds'>): NoticeKind[] =>
  NoticeKind.options.filter((kind) => !waysOf(kind, rules, choice).app);

/** Quiet hours may go over midnight. */
export function isQuiet(
  time: string,
  { quietFrom, quietUntil }: Pick<NoticeChoice, 'quietFrom' | 'quietUntil'>,
): boolean {
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil;
}

/** The moment as mail looks at it. */
export type MailMoment = { time: string; workingDay: boolean };

/** What happens now with a notice that no mail has taken: it goes alone, with the digest if one is made, nowhere, or it waits. */
export function mailStep(
  notice: { kind: NoticeKind; urgent: boolean },
  rules: NoticeRules,
  choice: NoticeChoice,
  { time, workingDay }: MailMoment,
): 'now' | 'digest' | 'never' | 'wait' {
  const { mail } = waysOf(notice.kind, rules, choice);
  if (mail === 'off') return 'never';
  if (notice.urgent) return 'now';
  if (!workingDay || isQuiet(time, choice)) return 'wait';
  return mail;
}

/** Whether a person's digest is to be made now; that it is made once a day is the caller's to see to. */
export const digestIsDue = (choice: NoticeChoice, { time, workingDay }: MailMoment): boolean =>
  workingDay && time >= choice.digestAt && !isQuiet(time, choice);

/** The day from which on this week's letter is due: where it falls on a day off, the next working day brings it. */
export function weeklySince({ weeklyOn }: Pick<NoticeChoice, 'weeklyOn'>, day: PlainDate): PlainDate | undefined {
  return weeklyOn === null ? undefined : dateOfNumber(dayNumber(day) - ((weekdayOf(day) - weeklyOn + 7) % 7));
}
