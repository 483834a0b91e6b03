import type { MailWay, NoticeRule } from '../../../src/registry/notice-choice.ts';

const waysOf = {
  /** Whatever the person likes. */
  free: ['now', 'digest', 'off'],
  /** By mail in any case, when is for the person to say. */
  always: ['now', 'digest'],
  now: ['now'],
  digest: ['digest'],
  never: ['off'],
} as const satisfies Record<string, readonly MailWay[]>;

/** What people are allowed about mail, in the words of the page. */
export type MailAllowance = keyof typeof waysOf;
export const mailAllowances = Object.keys(waysOf) as MailAllowance[];

/** A rule that fits none exactly allows at least to choose. */
export const mailAllowed = ({ mail }: Pick<NoticeRule, 'mail'>): MailAllowance =>
  mailAllowances.find((one) => {
    const ways: readonly MailWay[] = waysOf[one];
    return ways.length === mail.length && ways.every((way) => mail.includes(way));
  }) ?? 'free';

/** What holds where nobody chose stays, if it is still allowed. */
export function withMail(rule: NoticeRule, allowance: MailAllowance): NoticeRule {
  const ways: readonly MailWay[] = waysOf[allowance];
  const mail = ways.includes(rule.usual.mail) ? rule.usual.mail : (ways[0] ?? 'off');
  return { ...rule, mail: [...ways], usual: { ...rule.usual, mail } };
}
