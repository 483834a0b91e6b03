import { makeReportingPeople, openRounds, type People } from './fault-rounds.ts';
import type { Teller, Telling } from './fault-stories.ts';
import type { World } from './fault-world.ts';

/** An agency's report: figures typed, submitted to its head, given back, sent, sent back, sent again and approved. */

type Cell = { indicatorId: string; line: string; span: string; basis: string; version: number };
const atOnce = 3;
/** What each story leaves in the book of actions. */
const deeds = { submitReport: 2, returnReport: 1, sendReport: 2, sendBackReport: 1, approveReport: 1 };
const words = 'Đề nghị rà soát lại.';

export async function tellSubmissions(world: World, url: string): Promise<Telling> {
  const people = await makeReportingPeople(world, url);
  // Before anybody is killed: the rounds themselves are not the matter here.
  await openRounds(world, people, 40);
  const waiting = await world.ask<{ id: string }>(`
    select s.id from submission s where s.stage = 'asked' and s.agency_id in (
        select agency_id from post p join app_user u on u.id = p.user_id where p.role = 'head' and u.email like 'giam-doc-tc@%')
      and exists (select from cell c where c.submission_id = s.id) order by md5(s.id::text)`);
  const told: string[] = [];
  const begin = async () => {
    const next = waiting.splice(0, atOnce);
    if (next.length < atOnce) throw new Error('there is nothing left to submit');
    told.push(...next.map(({ id }) => id));
    return next.map(
      ({ id }) =>
        (teller: Teller) =>
          submit(teller, people, id),
    );
  };
  return { begin, findHalf: () => findHalf(world), countLost: () => countLost(world, told) };
}

async function submit(teller: Teller, { officer, head, coordinator }: People, id: string): Promise<void> {
  const step = async (cookie: string, verb: string) => {
    const { submission } = await teller.get<{ submission: { version: number } }>(cookie, `/api/submissions/${id}`);
    const said = verb === 'return' || verb === 'sendBack' ? { words } : {};
    await teller.post(cookie, `/api/submissions/${id}/actions`, { verb, version: submission.version, ...said });
  };
  const { lines } = await teller.get<{ lines: { cells: Cell[] }[] }>(officer, `/api/submissions/${id}/figures`);
  const changes = lines
    .flatMap(({ cells }) => cells)
    .map(({ indicatorId, line, span, basis, version }, nth) => ({
      ...{ indicatorId, line, span, basis, version },
      ...{ value: nth + 1, missing: null, reason: 'số liệu sơ bộ' },
    }));
  await teller.post(officer, `/api/submissions/${id}/figures`, { changes });
  await step(officer, 'submit');
  await step(head, 'return');
  await step(officer, 'submit');
  await step(head, 'send');
  await step(coordinator, 'sendBack');
  await step(head, 'send');
  await step(coordinator, 'approve');
}

/** Its stage, the last step recorded, its duty and the figures that count say the same. */
async function findHalf({ ask }: World): Promise<string[]> {
  const rows = await ask<{ half: string }>(`
    select concat_ws(' ', 'submission', s.id, s.stage, 'recorded', a.stage, 'duty', d.stage) as half from submission s join duty d on d.id = s.duty_id
      left join lateral (select a.after ->> 'stage' as stage from action a
        where a.subject_kind = 'submission' and a.subject_id = s.id::text and a.after ? 'stage' order by a.id desc limit 1) a on true
    where s.begun_at is not null and (s.stage <> coalesce(a.stage, 'drafting')
      or exists (select from cell c where c.submission_id = s.id and c.changed_at is not null) <> exists (select from action a
        where a.subject_kind = 'cells' and a.subject_id = s.id::text)
      or (s.stage = 'sent') <> (d.stage = 'reported') or (s.stage = 'approved') <> (d.stage = 'done')
      or (select count(*) from figure f where f.submission_id = s.id) <> case when s.stage = 'approved' then
        (select count(*) from cell c where c.submission_id = s.id and (c.value is not null or c.missing is not null)) else 0 end)`);
  return rows.map(({ half }) => half);
}

async function countLost({ ask }: World, told: readonly string[]): Promise<{ lost: number; twice: number }> {
  const rows = await ask<{ id: string; verb: string; n: number }>(`
    select subject_id as id, verb, count(*)::int as n from action where subject_kind = 'submission' group by 1, 2`);
  const counted = new Map(rows.map(({ id, verb, n }) => [`${id} ${verb}`, n]));
  const differences = told.flatMap((id) =>
    Object.entries(deeds).map(([verb, count]) => (counted.get(`${id} ${verb}`) ?? 0) - count),
  );
  const sum = (sign: 1 | -1) => differences.reduce((total, one) => total + Math.max(0, one * sign), 0);
  return { lost: sum(-1), twice: sum(1) };
}
