import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/reading/annotation.ts';
import { agencyMatcher } from '../../src/registry/match-agency.ts';
import { documentDay, documentPlace, placeNames } from '../../src/registry/place-names.ts';
import { matchedNames, places } from './listed-names.ts';
import { catalogueOf } from './seeds.ts';

const matched = matchedNames();

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
