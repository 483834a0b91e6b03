import type { AccountRules } from '../../registry/account.ts';
import { findSetting } from '../../store/settings.ts';
import type { App } from '../app.ts';

/** The demo's passwords are shown to everybody, so that nothing is gained by what would only stand in a visitor's way. */
const relaxed: Partial<AccountRules> = {
  secondFactorFor: [],
  administratorPasswordDays: Number.POSITIVE_INFINITY,
  unusedDays: Number.POSITIVE_INFINITY,
};

export async function rulesOf({ db, demo, accounts }: App): Promise<AccountRules> {
  const isDemo = demo && (await findSetting(db, 'demo')) !== undefined;
  return isDemo ? { ...accounts.rules, ...relaxed } : accounts.rules;
}
