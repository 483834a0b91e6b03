import { randomUUID } from 'node:crypto';
import type { Matter } from '../registry/matter.ts';
import type { Person } from '../registry/may.ts';
import { findUserByEmail } from '../store/users.ts';
import { dateOfNumber, dayNumber } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { demoCoordinator, demoPeople } from './demo-people.ts';
import { listDuties } from './duties.ts';
import { follow, getLeaderList, writeFollowNote } from './follows.ts';
import { actorOf } from './posts.ts';
import { listStandings } from './standings.ts';
import { arrangeStocktake, writeDiscussion } from './stocktake-agenda.ts';
import { decide, giveDecisions } from './stocktake-decisions.ts';
import { getStocktake } from './stocktake-pages.ts';
import { planStocktake, stepStocktake } from './stocktakes.ts';

/** Departments in which the demo's people work. */
const [farming, finance] = ['so-nong-nghiep-moi-truong.binh-chau', 'so-tai-chinh.binh-chau'] as const;

const why = 'Đã báo cáo Hội đồng nhân dân tỉnh sẽ hoàn thành trong năm; cần nghe cơ quan chủ trì trực tiếp.';
const [said, decided] = [
  'Cơ quan chủ trì nêu nguyên nhân chậm: quy trình lấy ý kiến kéo dài, chưa có người chịu trách nhiệm từng khâu.',
  [
    'Rà soát từng khâu còn chậm, phân công người chịu trách nhiệm và báo cáo Ủy ban nhân dân tỉnh kế hoạch khắc phục.',
    'Phối hợp cung cấp đầy đủ số liệu cho cơ quan chủ trì; không để ảnh hưởng tiến độ chung.',
  ],
] as const;

/** What the demo's leader follows; a stocktake of four weeks ago with its decisions, and the next one being prepared. */
export async function settleDemoStocktakes(app: App): Promise<void> {
  const leader = await personOf(app, demoPeople.find(({ role }) => role === 'leader')?.email);
  const coordinator = await personOf(app, demoCoordinator.email);
  // Posts are held in agencies of the register: without them nobody leads here.
  if (!leader?.posts.length || !coordinator?.posts.length) return;
  const there = await getLeaderList(app, leader);
  if (there && there.rows.length > 0) return;
  const leaderId = leader.user.id;
  for (const matter of await mattersOf(app)) await follow(app, leader, { leaderId, matter });
  const [first] = (await getLeaderList(app, leader))?.rows ?? [];
  if (first) await writeFollowNote(app, leader, first.id, { note: why, version: 0 });
  const day = dayNumber(today(app.clock));
  const held = await plan(app, coordinator, { leaderId, day: day - 28 });
  await hold(app, coordinator, held, day);
  await plan(app, coordinator, { leaderId, day: day + 3 });
}

async function personOf(app: App, email = ''): Promise<Person | undefined> {
  const user = await findUserByEmail(app.db, email);
  return user && actorOf(app, user);
}

/** Some targets that are behind, the first duties of a department, and the department that holds the money. */
async function mattersOf(app: App): Promise<Matter[]> {
  const plan = {
    document: [],
    year: Number(today(app.clock).slice(0, 4)),
    tier: [],
    agency: [],
    atRisk: false,
    pillar: [],
    group: [],
  };
  const { rows } = await listStandings(app, { ...plan, state: ['behind'] }, { offset: 0, limit: 3 });
  const duties = await listDuties(
    app,
    {
      ...{ document: [], officer: [], stage: [], state: ['openOverdue'], kind: ['assigned'] },
      ...{ agency: [farming, finance], below: false, role: 'lead' },
    },
    { sort: 'due', order: 'asc', limit: 3 },
  );
  return [
    ...rows.map(({ documentId, id }): Matter => ({ kind: 'target', documentId, targetId: id })),
    ...duties.rows.map(({ id }): Matter => ({ kind: 'duty', dutyId: id })),
    { kind: 'agency', agencyId: finance },
  ];
}

async function plan(
  app: App,
  coordinator: Person,
  { leaderId, day }: { leaderId: string; day: number },
): Promise<string> {
  const heldOn = dateOfNumber(day);
  const [year, month] = heldOn.split('-');
  const { id } = await planStocktake(app, coordinator, {
    ...{ title: `Kiểm điểm tiến độ thực hiện chỉ tiêu, nhiệm vụ tháng ${month}/${year}`, heldOn },
    ...{ begins: '8 giờ 00', ends: '10 giờ 30', place: 'Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh' },
    ...{ chairId: leaderId, secretary: coordinator.user.name, agencies: [farming, finance] },
  });
  return id;
}

/** The last things on the list are discussed and decided on, then it is closed. */
async function hold(app: App, coordinator: Person, id: string, day: number): Promise<void> {
  const begun = await getStocktake(app, coordinator, id);
  const kept = begun.items.slice(-4).map(({ facts }) => facts.matter);
  const dropped = begun.items.slice(0, -4).map(({ facts }) => facts.matter);
  await arrangeStocktake(app, coordinator, id, { version: begun.stocktake.version, kept, dropped });
  const [first] = (await getStocktake(app, coordinator, id)).items;
  if (first) {
    await writeDiscussion(app, coordinator, first.id, { version: first.version, discussion: said });
    for (const [at, content] of decided.entries()) {
      const due = dateOfNumber(day + 7 * (at + 1));
      const agencyId = at === 0 ? (first.facts.agencies[0]?.id ?? farming) : finance;
      await decide(app, coordinator, first.id, { id: randomUUID(), agencyId, content, due });
    }
  }
  const { stocktake, items } = await getStocktake(app, coordinator, id);
  const decisions = items.flatMap((item) => item.decisions.map((one) => one.id));
  if (decisions.length > 0) await giveDecisions(app, coordinator, id, decisions);
  await stepStocktake(app, coordinator, id, { version: stocktake.version, verb: 'close' });
}
