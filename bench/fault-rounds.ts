import { signIn, type World } from './fault-world.ts';

/** Rounds of reporting of the demo province, and people who may take every step in them. */

export type People = { url: string; officer: string; head: string; coordinator: string; leader: string };

export async function makeReportingPeople(world: World, url: string): Promise<People> {
  const people = {
    url,
    officer: await signIn(url, 'chuyen-vien-tc'),
    head: await signIn(url, 'giam-doc-tc'),
    coordinator: await signIn(url, 'can-bo', 'ke-hoach-demo'),
    leader: await signIn(url, 'lanh-dao'),
  };
  // Few agencies of the demo have people: these work for all that are asked.
  await world.ask(`
    insert into post (id, user_id, role, agency_id, valid_from)
    select gen_random_uuid(), u.id, r.role, s.agency_id, '2025-07-01'
    from (select distinct agency_id from submission) s
      cross join (values ('giam-doc-tc@demo.tiendo.vn', 'head'), ('chuyen-vien-tc@demo.tiendo.vn', 'officer')) r (email, role)
      join app_user u on u.email = r.email
    where not exists (select from post p where p.user_id = u.id and p.agency_id = s.agency_id and p.role = r.role)`);
  return people;
}

const codes = (year: number): Record<string, string[]> => ({
  month: Array.from({ length: 12 }, (_, at) => `${year}-M${String(at + 1).padStart(2, '0')}`),
  quarter: [1, 2, 3, 4].map((one) => `${year}-Q${one}`),
  half: [1, 2].map((one) => `${year}-H${one}`),
  nineMonths: [`${year}-9M`],
  year: [`${year}`],
});

/** Opens so many that are not there yet, and gives them; fewer where there are no more periods. */
export async function openRounds(world: World, { url, coordinator }: People, count: number): Promise<string[]> {
  const regimes = await world.ask<{ id: string; every: string }>('select id, every from regime');
  const periods = [2026, 2025, 2027].flatMap((year) =>
    regimes.flatMap(({ id, every }) => (codes(year)[every] ?? []).map((period) => ({ regimeId: id, period }))),
  );
  const opened: string[] = [];
  for (const asked of periods) {
    if (opened.length === count) break;
    const response = await fetch(`${url}/api/rounds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie: coordinator },
      body: JSON.stringify(asked),
    });
    if (!response.ok) continue;
    const { round } = (await response.json()) as { round: { id: string } };
    opened.push(round.id);
  }
  return opened;
}
