import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ProgressFields, ProgressItem, Saving } from '../src/registry/progress.ts';
import { openSession } from '../src/services/accounts/sessions.ts';
import type { App } from '../src/services/app.ts';
import type { Db } from '../src/store/database.ts';

/** Officers who write at the same time, each in a session and a draft of their own, as the page saves: numbered, one after another. */

export type Officer = { userId: string; name: string; email: string; dutyId: string };
export type Saved = {
  saving: Saving;
  sent: number;
  resent: number;
  submitted: boolean;
  times: number[];
  failures: string[];
};

/** As long as the page waits after the last key. */
const pause = 800;
/** Every so manieth saving is sent a second time, and of every so manieth the answer is given up, as if the line had gone. */
const again = 5;
const cut = 7;

/** Officers of different agencies, each with a duty that is at work and nothing begun about it. */
export async function chooseOfficers(db: Db, count: number): Promise<Officer[]> {
  const { rows } = await sql<Officer>`
    select distinct on (md5(u.id)) u.id as "userId", u.name, u.email, d.id as "dutyId"
    from duty d join app_user u on u.id = d.officer_id
    where d.stage = 'accepted' and not exists (select from progress p where p.duty_id = d.id and p.stage <> 'sent')
    order by md5(u.id), d.id limit ${count}`.execute(db);
  if (rows.length < count) throw new Error(`only ${rows.length} officers have a duty to write about`);
  return rows;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Writes until the time is over, then submits it, twice: what was lost on the way is sent again. */
export async function write(app: App, url: string, officer: Officer, until: number): Promise<Saved> {
  const { userId, name, email, dutyId } = officer;
  const session = await openSession(app, { id: userId, name, email }, { address: '127.0.0.1', device: 'bench' });
  const post = async (path: string, body: unknown, signal?: AbortSignal): Promise<Response> => {
    const headers = { cookie: `tiendo_session=${session.token}`, origin: url, 'content-type': 'application/json' };
    return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) });
  };
  const saving: Saving = {
    id: randomUUID(),
    window: randomUUID(),
    number: 0,
    version: 0,
    fields: fieldsOf(officer, 0),
  };
  const saved: Saved = { saving, sent: 0, resent: 0, submitted: false, times: [], failures: [] };
  const save = async () => {
    const from = performance.now();
    const response = await post(`/api/duties/${dutyId}/progress`, saved.saving);
    saved.times.push(performance.now() - from);
    if (!response.ok) return void saved.failures.push(`${response.status} ${await response.text()}`);
    const item = (await response.json()) as ProgressItem;
    if (item.doneText !== saved.saving.fields.doneText) saved.failures.push(`another text came back: ${item.doneText}`);
    saved.saving = { ...saved.saving, version: item.version };
  };
  // Nobody begins to type in the same moment as everybody else.
  await wait(Math.random() * pause);
  while (Date.now() < until) {
    const number = saved.saving.number + 1;
    saved.saving = { ...saved.saving, number, fields: fieldsOf(officer, number) };
    saved.sent++;
    if (number % cut === 0) {
      saved.resent++;
      await post(`/api/duties/${dutyId}/progress`, saved.saving, AbortSignal.timeout(5)).catch(() => undefined);
    } else if (number % again === 0) {
      saved.resent++;
      await Promise.all([save(), save()]);
      await wait(pause);
      continue;
    }
    await save();
    await wait(pause);
  }
  for (let time = 0; time < 2; time++) {
    const body = { verb: 'submit', version: saved.saving.version };
    const response = await post(`/api/progress/${saving.id}`, body);
    if (response.ok) saved.submitted = true;
    else saved.failures.push(`submitting: ${response.status} ${await response.text()}`);
  }
  return saved;
}

const fieldsOf = ({ userId }: Officer, number: number): ProgressFields => ({
  ...{ share: number % 101, result: false, confidence: 'onTrack', withoutEvidence: '' },
  ...{ doneText: `Lần ghi ${number} của ${userId}`, proposal: 'Không' },
});

/** What is stored of each beside what its officer was told; one line for each that differs. */
export async function lostOrDoubled(db: Db, officers: readonly Officer[], saved: readonly Saved[]): Promise<string[]> {
  const { rows } = await sql<{
    userId: string;
    id: string;
    number: number;
    version: number;
    stage: string;
    doneText: string;
    share: number;
    steps: number;
  }>`
    select p.author_id as "userId", p.id, p.saved_number as number, p.version, p.stage, p.done_text as "doneText", p.share,
      (select count(*) from action a where a.subject_kind = 'progress' and a.subject_id = p.id::text) as steps
    from progress p where p.saved_from = any(${saved.map(({ saving }) => saving.window)}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wrong = officers.flatMap(({ userId }, at) => {
    const one = saved[at];
    if (!one) return [];
    const row = byId.get(one.saving.id);
    const { number, fields } = one.saving;
    // Every saving that was numbered is a version; submitting is one more, and recorded once however often it was sent.
    const right = {
      userId,
      number,
      version: number + 1,
      stage: 'submitted',
      text: fields.doneText,
      share: fields.share,
      steps: 1,
    };
    const found = row && {
      ...{ userId: row.userId, number: row.number, version: row.version, stage: row.stage },
      text: row.doneText,
      share: row.share,
      steps: row.steps,
    };
    return JSON.stringify(found) === JSON.stringify(right)
      ? []
      : [`${JSON.stringify(right)}, but ${JSON.stringify(found)}`];
  });
  return rows.length === saved.length ? wrong : [...wrong, `${rows.length} updates of ${saved.length} officers`];
}
