import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/reading/annotation.ts';
import { type AgencyMatch, agencyMatcher } from '../../src/registry/match-agency.ts';
import { documentDay, documentPlace, placeNames } from '../../src/registry/place-names.ts';
import { catalogueOf, countryRegister, demoRegister } from './seeds.ts';

/** The list of what each name means, made by hand: `names.txt`. */
type Section = { title: string; day: string; place: string | null; names: [string, string][] };

const sections: Section[] = [];
for (const line of readFileSync(join(import.meta.dirname, 'names.txt'), 'utf8').split('\n')) {
  if (line.startsWith('## ')) {
    const [title = '', day = '', place = ''] = line.slice(3).split(' | ');
    sections.push({ title, day, place: place === '-' ? null : place, names: [] });
  } else if (line.includes(' => ')) sections.at(-1)?.names.push(line.split(' => ') as [string, string]);
}

const meaningOf = (match: AgencyMatch | undefined): string => {
  if (!match) return '-';
  const members = match.members.map(({ id }) => ` ${id}`).join('');
  return match.agency?.id ?? `~${match.group?.id}${members}`;
};

const places = [...countryRegister.places, ...demoRegister.places];
const placeOf = (id: string | null) => places.find((place) => place.id === id) ?? null;

const matched = sections.flatMap(({ title, day, place, names }) => {
  const find = agencyMatcher(catalogueOf(place, day), { day, place: placeOf(place) });
  return names.map(([name, meant]) => ({ title, name, meant, got: meaningOf(find(name)) }));
});

describe('names of bodies in documents', () => {
  it('are matched with the right agency or group, and never with a wrong one', () => {
    const wrong = matched.filter(({ meant, got }) => got !== '-' && got !== meant);
    const right = matched.filter(({ meant, got }) => got !== '-' && got === meant);
    const known = matched.filter(({ meant }) => meant !== '-');
    const [precision, recall] = [right.length / (right.length + wrong.length), right.length / known.length];
    process.stdout.write(
      `Names: ${matched.length}, of the register ${known.length}; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    );
    expect(wrong).toEqual([]);
    expect(
      recall,
      known
        .filter((one) => one.got === '-')
        .map(({ name }) => name)
        .join('\n'),
    ).toBeGreaterThanOrEqual(0.97);
  });

  it('of Trà Vinh are all found but those that name no body', () => {
    const missed = matched.filter(({ title, meant, got }) => title.startsWith('trà vinh') && meant !== got);
    expect(missed).toEqual([]);
  });
});

const gold = join(import.meta.dirname, '../../../shared/gold');
const present = existsSync(gold);
if (!present)
  process.stdout.write('The annotations of Trà Vinh are not here: their bodies are left out of this run.\n');

describe.skipIf(!present)('the bodies that the annotations of Trà Vinh name', () => {
  it('are matched in 99 of 100 mentions', () => {
    const files = readdirSync(gold).filter((name) => /^\d+\.json$/.test(name));
    const mentions = files.flatMap((file) => {
      const { document, targets, tasks } = JSON.parse(readFileSync(join(gold, file), 'utf8')) as Annotation;
      const header = document as Parameters<typeof documentPlace>[0] & Parameters<typeof documentDay>[0];
      const day = documentDay(header, '2026-11-21');
      const place = documentPlace(header, placeNames(places, day));
      const find = agencyMatcher(catalogueOf(place?.id ?? null, day), { day, place });
      const names = [
        ...targets.flatMap(({ agencies }) => agencies),
        ...tasks.flatMap(({ lead, coord, monitor }) => [...lead, ...coord, ...monitor]),
      ];
      return names.map((name) => ({ name, found: find(name) !== undefined }));
    });
    const found = mentions.filter((one) => one.found).length;
    process.stdout.write(`Mentions: ${found} of ${mentions.length} matched\n`);
    expect(found / mentions.length).toBeGreaterThanOrEqual(0.99);
  });
});
