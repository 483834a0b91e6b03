import { makeReportingPeople, openRounds, type People } from './fault-rounds.ts';
import type { Teller, Telling } from './fault-stories.ts';
import type { World } from './fault-world.ts';

/** The consolidated report of a round: begun, written, addressed, submitted, given back, taken back, signed and published. */

type Report = { report: { id: string; version: number }; sections: { key: string; version: number }[] };

const written = 4;
/** What each story leaves in the book of actions. */
const deeds = {
  beginSummary: 1,
  ...{ editSummary: written, addressSummary: 1, submitSummary: 3, returnSummary: 1, withdrawSummary: 1 },
  ...{ signSummary: 1, publishSummary: 1 },
};

export async function tellConsolidations(world: World, url: string): Promise<Telling> {
  const people = await makeReportingPeople(world, url);
  // Before anybody is killed: the rounds themselves are not the matter here.
  const rounds = await openRounds(world, people, 40);
  let taken = 0;
  const begin = async () => {
    const round = rounds[taken];
    if (round === undefined) throw new Error('there are no rounds left to consolidate');
    taken++;
    return [(teller: Teller) => consolidate(teller, people, round, taken)];
  };
  return { begin, findHalf: () => findHalf(world), countLost: () => countLost(world, rounds.slice(0, taken)) };
}

async function consolidate(
  teller: Teller,
  { coordinator, leader }: People,
  round: string,
  number: number,
): Promise<void> {
  const page = () => teller.get<Report>(coordinator, `/api/rounds/${round}/report`);
  const step = async (cookie: string, verb: string, more: object = {}) => {
    const { report } = await page();
    await teller.post(cookie, `/api/reports/${report.id}`, { verb, version: report.version, ...more });
  };
  await teller.post(coordinator, `/api/rounds/${round}/report`);
  const { report, sections } = await page();
  for (const { key, version } of sections.slice(0, written)) {
    const content = [{ kind: 'paragraph', runs: [{ text: `Kết quả trong kỳ, phần ${key}.` }] }];
    await teller.post(coordinator, `/api/reports/${report.id}/sections/${key}`, { content, version });
  }
  await step(coordinator, 'address', { addressees: ['Ủy ban nhân dân tỉnh'], recipients: ['Như trên', 'Lưu: VT'] });
  await step(coordinator, 'submit');
  await step(leader, 'return', { reason: 'Bổ sung số liệu.' });
  await step(coordinator, 'submit');
  await step(coordinator, 'withdraw');
  await step(coordinator, 'submit');
  await step(leader, 'sign');
  await step(coordinator, 'publish', { number: `${number}/BC-UBND`, issuedOn: '2026-11-22' });
}

/** Stage, record, drafts, texts and what was frozen say the same; nothing is recorded of what is not there. */
async function findHalf({ ask }: World): Promise<string[]> {
  const rows = await ask<{ half: string }>(`
    with deed as materialized (
      select id, verb, split_part(subject_id, '/', 1) as report, subject_id, after ->> 'stage' as stage from action where subject_kind = 'report')
    select concat_ws(' ', 'report', r.id, r.stage) as half from report r where
        r.stage <> coalesce((select stage from deed where report = r.id::text and stage is not null order by id desc limit 1),
          case when exists (select from deed where report = r.id::text and verb in ('editSummary', 'addressSummary')) then 'drafting' else 'collecting' end)
        or (select count(*) from report_draft t where t.report_id = r.id)
          <> (select count(*) from deed where report = r.id::text and verb in ('submitSummary', 'returnSummary'))
        or (select count(*) from report_section t where t.report_id = r.id and t.changed_at is not null)
          <> (select count(distinct subject_id) from deed where report = r.id::text and verb = 'editSummary')
        or (r.frozen is not null) <> (r.stage in ('signed', 'published')) or (r.published_at is not null) <> (r.stage = 'published')
        or not exists (select from deed where report = r.id::text and verb = 'beginSummary')
    union all
    select concat_ws(' ', deed.verb, 'without report', deed.report) from deed where not exists (select from report r where r.id::text = deed.report)`);
  return rows.map(({ half }) => half);
}

async function countLost({ ask }: World, told: readonly string[]): Promise<{ lost: number; twice: number }> {
  const rows = await ask<{ id: string; verb: string; n: number }>(`
    select r.round_id as id, a.verb, count(*)::int as n from report r
      join action a on a.subject_kind = 'report' and split_part(a.subject_id, '/', 1) = r.id::text group by 1, 2`);
  const counted = new Map(rows.map(({ id, verb, n }) => [`${id} ${verb}`, n]));
  const differences = told.flatMap((id) =>
    Object.entries(deeds).map(([verb, count]) => (counted.get(`${id} ${verb}`) ?? 0) - count),
  );
  const sum = (sign: 1 | -1) => differences.reduce((total, one) => total + Math.max(0, one * sign), 0);
  return { lost: sum(-1), twice: sum(1) };
}
