import { expect, it } from 'vitest';
import { documentStates } from '../src/registry/document-state.ts';
import { targetSheet, targetSheetName } from '../src/report/target-sheet.ts';
import { taskSheet, taskSheetName } from '../src/report/task-sheet.ts';
import type { Language } from '../src/values/format.ts';
import { en } from '../web/words/en.ts';
import { vi } from '../web/words/vi.ts';

const headersOf = (sheet: Record<string, { header: Record<Language, string> }>, language: Language) =>
  Object.fromEntries(Object.entries(sheet).map(([id, { header }]) => [id, header[language]]));

it.each([
  ['vi', vi],
  ['en', en],
] as const)('a downloaded list is headed as on the screen, in %s', (language, words) => {
  expect(headersOf(targetSheet, language)).toEqual(words.targets.columns);
  expect(headersOf(taskSheet, language)).toEqual(words.tasks.columns);
  expect([targetSheetName[language], taskSheetName[language]]).toEqual([words.targets.title, words.tasks.title]);
});

it.each([
  ['vi', vi],
  ['en', en],
] as const)('its cells use the words of the screen, in %s', (language, words) => {
  const cell = (column: 'change' | 'tier' | 'listed' | 'state', row: object) =>
    targetSheet[column].cell(row as never, language);
  for (const change of ['level', 'increase', 'decrease'] as const)
    expect(cell('change', { change })).toBe(words.changes[change]);
  for (const documentState of documentStates)
    expect(cell('state', { documentState })).toBe(words.review.states[documentState]);
  for (const tier of ['national', 'province', 'district', 'commune'] as const)
    expect(cell('tier', { tier })).toBe(words.tiers[tier]);
  expect([cell('listed', { listed: true }), cell('listed', { listed: false })]).toEqual([
    words.list.listedTrue,
    words.list.listedFalse,
  ]);
});
