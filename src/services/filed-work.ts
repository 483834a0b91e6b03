import { type AgencyMap, type AgencyWork, rollUp } from '../registry/filed-work.ts';
import { heirsOn } from '../registry/succession.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { filedWork } from '../store/filed-work.ts';
import { agencyNamesOn } from '../store/names.ts';
import { successionsFrom } from '../store/successions.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

/** Open work of a day by body: under the names that the documents gave it to, or with whoever stands for them that day. */
export async function countAgencyWork(
  { db, clock }: App,
  { map, asOf }: { map: AgencyMap; asOf?: PlainDate | undefined },
): Promise<{ agencies: AgencyWork[] }> {
  const day = asOf ?? today(clock);
  const filed = await filedWork(db, day);
  const holders = [...new Set(filed.flatMap(({ now }) => now))];
  const successions = await successionsFrom(db, holders);
  const reached = successions.flatMap(({ fromAgencyId, toAgencyId }) => [fromAgencyId ?? [], toAgencyId ?? []].flat());
  const bodies = await agenciesByIds(db, [...new Set([...holders, ...reached])]);
  const byId = new Map(bodies.map((agency) => [agency.id, agency]));
  const heirs = new Map(holders.map((id) => [id, heirsOn(id, day, successions, byId)]));
  const counted = rollUp(filed, map, (id) => heirs.get(id) ?? []);
  const names = await agencyNamesOn(
    db,
    counted.map(({ agencyId }) => agencyId),
    day,
  );
  return { agencies: counted.map((one) => ({ ...one, name: names.get(one.agencyId) ?? one.agencyId })) };
}
