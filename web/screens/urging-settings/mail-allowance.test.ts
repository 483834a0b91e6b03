import { describe, expect, it } from 'vitest';
import { usualRules } from '../../../src/registry/notice-choice.ts';
import { mailAllowances, mailAllowed, withMail } from './mail-allowance.ts';

describe('what people are allowed about mail', () => {
  it('is read back as it was set, whichever it is', () => {
    for (const one of mailAllowances) expect(mailAllowed(withMail(usualRules.assigned, one))).toBe(one);
  });

  it('names what is delivered: what nobody can say not to have seen always comes by mail', () => {
    expect(mailAllowed(usualRules.overdue)).toBe('always');
    expect(mailAllowed(usualRules.resultConfirmed)).toBe('free');
  });

  it('keeps what holds where nobody chose, unless it is no longer allowed', () => {
    expect(withMail(usualRules.assigned, 'always').usual.mail).toBe('digest');
    expect(withMail(usualRules.assigned, 'now').usual.mail).toBe('now');
    expect(withMail(usualRules.assigned, 'never').usual.mail).toBe('off');
  });
});
