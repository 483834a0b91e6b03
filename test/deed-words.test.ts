import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CorrectionVerb } from '../src/registry/correction.ts';
import { deeds as english } from '../web/words/en/deeds.ts';
import { deeds } from '../web/words/vi/deeds.ts';

const folder = new URL('../src/services/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => /record|NewAction/u.test(text))
  // Types speak of steps that are no deeds.
  .map((text) => text.replace(/(?:Extract|Exclude)<[^>]*>|\{ verb: '\w+' \} &/gu, ''));
const named = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []))),
];

it('names every deed that is recorded, and what it was done to, in both languages', () => {
  const verbs = [...named(/\bverb: '(\w+)'(?=,| \})/gu), ...CorrectionVerb.options.map((verb) => `${verb}Correction`)];
  const subjects = named(/\bsubjectKind: '(\w+)'/gu);
  expect(verbs.length).toBeGreaterThan(70);
  expect(verbs.filter((verb) => !Object.hasOwn(deeds.verbs, verb))).toEqual([]);
  expect(subjects.filter((kind) => !Object.hasOwn(deeds.subjects, kind))).toEqual([]);
  expect(Object.keys(english.verbs).sort()).toEqual(Object.keys(deeds.verbs).sort());
});
