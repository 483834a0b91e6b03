import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgencyMatch, agencyMatcher } from '../../src/registry/match-agency.ts';
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

export const places = [...countryRegister.places, ...demoRegister.places];
const placeOf = (id: string | null) => places.find((place) => place.id === id) ?? null;

/** Every name of the list with what it means and what the matching says. */
export const matchedNames = () =>
  sections.flatMap(({ title, day, place, names }) => {
    const find = agencyMatcher(catalogueOf(place, day), { day, place: placeOf(place) });
    return names.map(([name, meant]) => ({ title, name, meant, got: meaningOf(find(name)) }));
  });
