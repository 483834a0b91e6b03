import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../src/registry/agency-index.ts';
import { chainOf, placeNames } from '../../src/registry/place-names.ts';
import { readSeed, type Seed } from '../../src/registry/seed/seed.ts';
import { countrySeed, demoSeed, demoSuffix } from '../../src/services/load-seed.ts';

/** The register that an installation begins with, and that of the demo province beside it. */

const root = join(import.meta.dirname, '../..');

const texts = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]),
  );

export const country = countrySeed(texts('seed'));
export const demo = demoSeed(texts('seed'), texts('samples/register'));

export const countryRegister: Seed = readSeed(country.files);
export const demoRegister: Seed = readSeed(demo.files, demoSuffix);

const places = [...countryRegister.places, ...demoRegister.places];
const agencies = [...countryRegister.agencies, ...demoRegister.agencies];

/** What the server would load for documents of a place: the nation and the province with all below it. */
export function catalogueOf(placeId: string | null, day: string): Catalogue {
  const names = placeNames(places, day);
  const top = placeId === null ? undefined : chainOf(names.byId.get(placeId) ?? null, names).at(-1);
  const inside = new Set(
    places.filter((place) => top && chainOf(place, names).includes(top)).map(({ id }): string | null => id),
  );
  return {
    places,
    groups: countryRegister.groups,
    agencies: agencies.filter((agency) => agency.placeId === null || inside.has(agency.placeId)),
  };
}
