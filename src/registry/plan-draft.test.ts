import { expect, it } from 'vitest';
import { actionPlanName } from './plan-draft.ts';

it.each([
  ['Ban hành Kế hoạch phát triển kinh tế - xã hội năm 2027', 'phát triển kinh tế - xã hội năm 2027'],
  ['Kế hoạch Phát triển kinh tế - xã hội năm 2027', 'phát triển kinh tế - xã hội năm 2027'],
  ['Giao chỉ tiêu, nhiệm vụ năm 2027', 'thực hiện chỉ tiêu, nhiệm vụ năm 2027'],
  ['Về việc giao kế hoạch đầu tư công năm 2027', 'thực hiện kế hoạch đầu tư công năm 2027'],
  ['Về nhiệm vụ phát triển kinh tế - xã hội năm 2026', 'thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2026'],
  ['Triển khai Nghị quyết số 57-NQ/TW', 'triển khai Nghị quyết số 57-NQ/TW'],
  ['Nghị quyết số 57-NQ/TW', 'thực hiện Nghị quyết số 57-NQ/TW'],
  ['', ''],
])('an action plan with the subject "%s" is a Kế hoạch %s', (about, name) => {
  expect(actionPlanName(about)).toBe(name);
});
