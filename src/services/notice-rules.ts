import { NoticeRules, usualRules } from '../registry/notice-choice.ts';
import type { Db } from '../store/database.ts';
import { findSetting } from '../store/settings.ts';

export const rulesSetting = 'noticeRules';

/** What the administrator allows; a kind that is newer than what was saved has its usual rule. */
export async function noticeRules(db: Db): Promise<NoticeRules> {
  const saved = await findSetting(db, rulesSetting);
  const rules = NoticeRules.safeParse({ ...usualRules, ...(typeof saved === 'object' && saved) });
  return rules.success ? rules.data : usualRules;
}
