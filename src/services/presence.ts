import type { Named } from '../registry/named.ts';

/** Who has which document open on which server, as far as the servers have said lately. */
export type Presence = {
  /** What a server says of a document replaces what it said before. */
  heard: (server: string, documentId: string, people: readonly Named[], now: number) => void;
  /** Each person once, by name. */
  at: (documentId: string, now: number) => Named[];
  /** As `at`, but undefined where the same people were given out before. */
  newsOf: (documentId: string, now: number) => Named[] | undefined;
  /** For a time nothing was heard: what was said before may be wrong now. */
  forget: () => void;
};

/** @param staleAfter milliseconds after which a server that says nothing more counts as gone */
export function newPresence(staleAfter: number): Presence {
  const told = new Map<string, Map<string, { people: readonly Named[]; at: number }>>();
  const given = new Map<string, string>();
  const at: Presence['at'] = (documentId, now) => {
    const people = new Map<string, Named>();
    // Heard in time to come: the clock was set back.
    for (const one of told.get(documentId)?.values() ?? [])
      if (Math.abs(now - one.at) < staleAfter) for (const person of one.people) people.set(person.id, person);
    return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || a.id.localeCompare(b.id));
  };
  return {
    at,
    heard: (server, documentId, people, now) => {
      const servers = told.get(documentId) ?? new Map();
      if (people.length > 0) servers.set(server, { people, at: now });
      else servers.delete(server);
      if (servers.size > 0) told.set(documentId, servers);
      else told.delete(documentId);
    },
    forget: () => {
      told.clear();
      given.clear();
    },
    newsOf: (documentId, now) => {
      const people = at(documentId, now);
      const shown = JSON.stringify(people);
      if ((given.get(documentId) ?? '[]') === shown) return undefined;
      if (people.length > 0) given.set(documentId, shown);
      else given.delete(documentId);
      return people;
    },
  };
}
