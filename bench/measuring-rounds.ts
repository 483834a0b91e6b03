import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Cell } from '../src/registry/cell.ts';
import type { Person } from '../src/registry/may.ts';
import type { RegimeFields } from '../src/registry/regime.ts';
import type { SectionContent } from '../src/registry/section-content.ts';
import type { SubmissionPage } from '../src/registry/submission.ts';
import { openSession } from '../src/services/accounts/sessions.ts';
import { actOnSubmission } from '../src/services/act-on-submission.ts';
import { type App, appFor } from '../src/services/app.ts';
import { saveReportSection } from '../src/services/edit-report.ts';
import { openRound } from '../src/services/open-round.ts';
import { addRegime } from '../src/services/regimes.ts';
import { beginReport, listContributions, listSentences } from '../src/services/reports.ts';
import { addPost } from '../src/store/posts.ts';
import { formatNumber } from '../src/values/format.ts';
import { copyRows } from './copy-rows.ts';
import { storeTasks, storeYear } from './province-work.ts';
import type { Province } from './province-year.ts';
import { startProgram } from './running-program.ts';
import { p95 } from './times.ts';

/** A round of a whole province: opened, filled and sent by all agencies at once, and made one report. */

const period = '2026-M12';
const months = ['2025-M12', ...Array.from({ length: 11 }, (_, at) => `2026-M${String(at + 1).padStart(2, '0')}`)];
const taskCount = 2000;
const mostSecondsToOpen = 5;
const mostSecondsToWrite = 10;
const leastPages = 60;
/** What an agency saves at once while it types. */
const block = 50;

const seconds = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now();
  const done = await work();
  return [(performance.now() - from) / 1000, done];
};
const tell = (what: string, figures: string, good?: boolean): void =>
  console.log(`  ${what.padEnd(34)}${figures}${good === undefined ? '' : `   ${good ? 'holds' : 'NOT HELD'}`}`);

export async function measureRounds(
  app: App,
  province: Province,
  cluster: { url: string; folder: string },
): Promise<boolean> {
  const { agencies, indicators, coordinator } = province;
  await sql`truncate figure cascade`.execute(app.db);
  const figures = await storeYear(app.db, province, months);
  await storeTasks(app.db, province, taskCount);
  await sql`vacuum analyze`.execute(app.db);
  console.log(
    `\n${agencies.length} agencies, ${indicators.length} indicators, ${formatNumber(figures)} figures of the year before, ${formatNumber(taskCount)} tasks`,
  );
  const own = appFor(app, coordinator, '127.0.0.1');
  const regime = await addRegime(own, coordinator, regimeOf(province));
  const [opened, { round }] = await seconds(() => openRound(own, coordinator, { regimeId: regime.id, period }));
  const cells = agencies.length * indicators.length;
  const copied = await copySameCells(app, round.id);
  const opens = opened <= mostSecondsToOpen;
  tell(
    'a round opened',
    `${opened.toFixed(2)} s for ${formatNumber(cells)} cells, ratio to COPY of the cells ${(copied / opened).toFixed(2)}`,
    opens,
  );
  const sent = await fillAtOnce(app, province, round.id, cluster);
  const approved = await approveAll(app, coordinator, round.id, cells);
  const written = await consolidate(app, coordinator, round.id, cluster.url);
  return opens && sent && approved && written;
}

const titles = ['Kết quả nổi bật', 'Tồn tại, hạn chế và nguyên nhân', 'Nhiệm vụ trọng tâm thời gian tới', 'Kiến nghị'];

export const regimeOf = ({ agencies, indicators, coordinator }: Province): RegimeFields => ({
  ...{ name: 'Báo cáo kinh tế - xã hội', kind: 'periodic', content: 'both', legalBasis: '', every: 'month' },
  ...{ calendar: 'administrative', receiverId: coordinator.posts[0]?.agencyId ?? '', method: '', guide: '' },
  ...{ closing: { kind: 'calendar' }, deadlines: { province: 3, commune: 1 }, opensBefore: null },
  asks: { targets: null, duties: true },
  outline: [
    {
      key: 'so-lieu',
      title: 'Tình hình thực hiện các chỉ tiêu',
      level: 1,
      guide: '',
      owners: { agencies: [], groups: [] },
    },
    ...titles.map((title, at) => ({ key: `muc-${at}`, title, level: 1, guide: '', owners: { all: true as const } })),
  ],
  ...{ validFrom: '2025-01-01', validUntil: null, reporters: agencies.map(({ id }) => ({ agencyId: id })) },
  lines: indicators.map(({ id }) => ({
    ...{ indicatorId: id, line: '', span: 'period' as const, basis: 'estimated' as const, agencyId: null },
  })),
});

/** The very cells of the round into a table like theirs, in PostgreSQL's own way. */
async function copySameCells(app: App, roundId: string): Promise<number> {
  const columns = 'submission_id, indicator_id, line, span, basis, position';
  const { rows } = await sql<{ line: string }>`
    select concat_ws(E'\t', c.submission_id, c.indicator_id, c.line, c.span, c.basis, c.position) as line
    from cell c join submission s on s.id = c.submission_id where s.round_id = ${roundId}`.execute(app.db);
  await sql`create table copied_cell (like cell including all)`.execute(app.db);
  const lines = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
  const [took] = await seconds(() => copyRows(app.db, `copy copied_cell (${columns}) from stdin`, [lines]));
  await sql`drop table copied_cell`.execute(app.db);
  return took;
}

export type Reporter = { person: Person; submissionId: string; at: number };

export const figureOf = (agency: number, indicator: number): number => 110 + ((agency * 7 + indicator * 3) % 40) + 0.25;

const narrative = (agency: number, title: string): SectionContent =>
  Array.from({ length: 2 }, (_, at) => ({
    kind: 'paragraph',
    runs: [
      {
        text: `${title} của cơ quan thứ ${agency + 1}, phần ${at + 1}: đã chỉ đạo, tổ chức thực hiện đồng bộ các nhiệm vụ, giải pháp đề ra từ đầu năm; kịp thời tháo gỡ khó khăn, vướng mắc cho sản xuất, kinh doanh và đời sống Nhân dân; đẩy nhanh tiến độ giải ngân vốn đầu tư công, cải cách thủ tục hành chính và chuyển đổi số trên địa bàn.`,
      },
    ],
  }));

/** Each agency's head types all its figures in blocks, some of them twice as if an answer had been lost, writes, and sends. */
async function fillAtOnce(
  app: App,
  { agencies }: Province,
  roundId: string,
  cluster: { url: string; folder: string },
): Promise<boolean> {
  const reporters = await makeReporters(app, agencies, roundId);
  const program = await startProgram(cluster.url, cluster.folder);
  try {
    const times: number[] = [];
    const failures: string[] = [];
    const [took] = await seconds(() =>
      Promise.all(reporters.map((one) => report(app, program.url, one, { times, failures }))),
    );
    const { rows } = await sql<{ agencyId: string; indicatorId: string; value: number | null }>`
      select s.agency_id as "agencyId", c.indicator_id as "indicatorId", c.value from submission s join cell c on c.submission_id = s.id
      where s.round_id = ${roundId} and s.stage = 'sent'`.execute(app.db);
    const at = new Map(agencies.map(({ id }, index) => [id, index]));
    const wrong = rows.filter(
      ({ agencyId, indicatorId, value }) => value !== figureOf(at.get(agencyId) ?? -1, Number(indicatorId.slice(3))),
    );
    const right = rows.length - wrong.length;
    const asked = await countCells(app, roundId);
    const good = failures.length === 0 && right === asked;
    tell(
      `${reporters.length} agencies at once`,
      `${took.toFixed(1)} s, ${formatNumber(times.length)} requests, p95 ${p95(times).toFixed(0)} ms, errors ${failures.length}, figures lost ${asked - right}`,
      good,
    );
    for (const failure of failures.slice(0, 5)) console.log(`    ${failure}`);
    return good;
  } finally {
    await program.stop();
  }
}

const countCells = async (app: App, roundId: string): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(*)::int as count from cell c join submission s on s.id = c.submission_id where s.round_id = ${roundId}`.execute(
      app.db,
    )
  ).rows[0]?.count ?? 0;

export async function makeReporters(app: App, agencies: Province['agencies'], roundId: string): Promise<Reporter[]> {
  const { rows } = await sql<{ id: string; agencyId: string }>`
    select id, agency_id as "agencyId" from submission where round_id = ${roundId}`.execute(app.db);
  const submissions = new Map(rows.map(({ id, agencyId }) => [agencyId, id]));
  return Promise.all(
    agencies.map(async ({ id: agencyId }, at) => {
      const user = { id: `head-bench-${at}`, name: 'Trần Văn Nam', email: `head-${at}@bench.vn` };
      await sql`insert into app_user (id, name, email) values (${user.id}, ${user.name}, ${user.email})`.execute(
        app.db,
      );
      await addPost(app.db, { userId: user.id, role: 'head', agencyId, validFrom: '2020-01-01', givenBy: null });
      const person = { user, posts: [{ role: 'head' as const, agencyId }] };
      return { person, submissionId: submissions.get(agencyId) ?? '', at };
    }),
  );
}

type Tally = { times: number[]; failures: string[] };

async function report(app: App, url: string, { person, submissionId, at }: Reporter, tally: Tally): Promise<void> {
  const session = await openSession(app, person.user, { address: '127.0.0.1', device: 'bench' });
  const ask = async <T>(path: string, body?: unknown): Promise<T | undefined> => {
    const from = performance.now();
    const response = await fetch(`${url}/api/submissions/${submissionId}${path}`, {
      headers: { cookie: `tiendo_session=${session.token}`, origin: url, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    tally.times.push(performance.now() - from);
    if (response.ok) return (await response.json()) as T;
    tally.failures.push(`${path} ${response.status} ${await response.text()}`);
    return undefined;
  };
  const sheet = await ask<{ lines: { cells: Cell[] }[] }>('/figures');
  const changes = (sheet?.lines ?? []).flatMap(({ cells }) =>
    cells.map(({ indicatorId, line, span, basis, version }) => ({
      ...{ indicatorId, line, span, basis, version, missing: null, reason: '' },
      value: figureOf(at, Number(indicatorId.slice(3))),
    })),
  );
  for (let from = 0; from < changes.length; from += block) {
    const body = { changes: changes.slice(from, from + block) };
    await ask('/figures', body);
    if ((from / block + at) % 3 === 0) await ask('/figures', body);
  }
  for (const [index, title] of titles.entries())
    await ask(`/sections/muc-${index}`, { content: narrative(at, title), version: 0 });
  const page = await ask<SubmissionPage>('');
  await ask('/actions', { verb: 'send', version: page?.submission.version ?? 0 });
}

async function approveAll(app: App, coordinator: Person, roundId: string, cells: number): Promise<boolean> {
  const own = appFor(app, coordinator, '127.0.0.1');
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from submission where round_id = ${roundId} and stage = 'sent'`.execute(app.db);
  const [took] = await seconds(async () => {
    for (const { id, version } of rows) await actOnSubmission(own, coordinator, id, { verb: 'approve', version });
  });
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from figure f join submission s on s.id = f.submission_id where s.round_id = ${roundId}`.execute(
    app.db,
  );
  const good = counted[0]?.count === cells;
  tell('approved one after another', `${took.toFixed(1)} s, ${formatNumber(counted[0]?.count ?? 0)} figures`, good);
  return good;
}

/** What all said under each heading, and the sentences of the figures; then written as a file by a process of its own. */
async function consolidate(app: App, coordinator: Person, roundId: string, url: string): Promise<boolean> {
  const own = appFor(app, coordinator, '127.0.0.1');
  const [began, page] = await seconds(() => beginReport(own, coordinator, roundId));
  tell('a report begun', `${began.toFixed(2)} s`);
  const [composed, sentences] = await seconds(() => listSentences(own, roundId));
  tell('sentences composed', `${composed.toFixed(2)} s, ${formatNumber(sentences.length)} of them`);
  const reportId = page.report?.id ?? '';
  for (const section of page.sections) {
    const contributions = await listContributions(own, roundId, section.key);
    const content: SectionContent =
      section.key === 'so-lieu'
        ? sentences.slice(0, 200).map(({ runs }) => ({ kind: 'paragraph', runs: [...runs] }))
        : contributions.flatMap((one) => one.content);
    await saveReportSection(
      own,
      coordinator,
      { reportId, section: section.key },
      { content, version: section.version },
    );
  }
  const file = fileURLToPath(new URL('writing-process.ts', import.meta.url));
  const child = spawn(process.execPath, [file, reportId], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, 'exit');
  const told = JSON.parse(said) as {
    seconds: number;
    before: number;
    peak: number;
    size: number;
    pages: number | null;
  };
  const good = told.seconds <= mostSecondsToWrite && (told.pages === null || told.pages >= leastPages);
  tell(
    `a report of ${told.pages === null ? 'unknown' : told.pages} pages as .docx`,
    `${told.seconds.toFixed(2)} s, ${(told.size / 1e6).toFixed(2)} MB; memory at most ${told.peak} MB (${told.before} MB before)`,
    good,
  );
  return good;
}
