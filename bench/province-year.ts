import { sql } from 'kysely';
import type { Indicator } from '../src/registry/indicator.ts';
import type { Person } from '../src/registry/may.ts';
import type { Named } from '../src/registry/named.ts';
import type { Db } from '../src/store/database.ts';
import { putIndicators } from '../src/store/indicators.ts';
import { addPost } from '../src/store/posts.ts';

/** One province of today, with its departments and communes, and as many indicators as it reports. */

export type Province = { agencies: Named[]; indicators: Named[]; coordinator: Person };

const province = 'tỉnh Vĩnh Long';
const indicatorCount = 200;

export async function prepareProvince(db: Db, agencyCount: number): Promise<Province> {
  const { rows: agencies } = await sql<Named>`
    select a.id, n.name from agency a join place p on p.id = a.place_id left join place above on above.id = p.parent_id
      join agency_name n on n.agency_id = a.id and n.kind = 'official' and n.valid_until is null
    where a.valid_until is null and coalesce(a.valid_from, '2000-01-01') <= '2025-12-15' and 'Vĩnh Long' in (p.name, above.name) and coalesce(above.valid_until, p.valid_until) is null
      and (p.tier = 'province' or a.kind = 'committee')
    order by a.kind desc, a.id limit ${agencyCount}`.execute(db);
  const { rows: committees } = await sql<Named>`
    select a.id, n.name from agency a join place p on p.id = a.place_id
      join agency_name n on n.agency_id = a.id and n.kind = 'official' and n.valid_until is null
    where a.valid_until is null and a.kind = 'committee' and p.tier = 'province' and p.name = 'Vĩnh Long' and p.valid_until is null`.execute(
    db,
  );
  const committee = committees[0];
  if (!committee || agencies.length < agencyCount)
    throw new Error(`${province} has ${agencies.length} agencies in the register, and ${committees.length} committees`);
  const indicators = Array.from({ length: indicatorCount }, (_, at) => indicatorOf(at + 1));
  await putIndicators(db, indicators, { onlyUntouched: false });
  return { agencies, indicators, coordinator: await coordinatorOf(db, committee.id) };
}

const indicatorOf = (at: number): Indicator => ({
  ...{ id: `do-${at}`, name: `Giá trị sản xuất ngành thứ ${at}`, synonyms: [], unit: 'tỷ đồng', unitFactors: [] },
  ...{ measure: 'level', direction: 'up', cumulative: true, decimals: 2, breakdowns: [], statisticalCode: null },
  ...{ codeEvidence: null, ownerProfile: null, pillar: null, source: 'đo', version: 1 },
  ...{ aggregation: null, weightIndicatorId: null, formula: null },
});

async function coordinatorOf(db: Db, agencyId: string): Promise<Person> {
  const user = { id: 'coordinator-bench', name: 'Nguyễn Thị Văn', email: 'coordinator@bench.vn' };
  await sql`insert into app_user (id, name, email) values (${user.id}, ${user.name}, ${user.email})`.execute(db);
  await addPost(db, { userId: user.id, role: 'coordinator', agencyId, validFrom: '2020-01-01', givenBy: null });
  return { user, posts: [{ role: 'coordinator', agencyId }] };
}
