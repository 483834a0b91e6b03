import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDatedAgencies, storeDuty, storeGivenWork } from '../../test/given-work.ts';
import { officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DutyCounts, DutyPage, DutyRecord } from '../registry/duty.ts';
import type { Rehearsal } from '../registry/rehearsal.ts';
import { makeDueDuties } from '../services/give-duties.ts';
import { findUserByEmail } from '../store/users.ts';
import { searchText } from '../values/search-text.ts';

describe.each(engines)('duties over HTTP, on $name', (engine) => {
  let running: RunningServer;
  let documentId: string;
  let root: string;
  let step: string;
  let part: string;

  const list = (query: string) =>
    running.officer.get<{ rows: DutyRecord[]; next: string | null }>(`/api/duties?${query}`);
  const own = (content: string) => {
    const { words, plainWords } = searchText([content]);
    return { content, words, plain_words: plainWords };
  };

  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    await storeDatedAgencies(db, [
      { id: 'tc', name: 'Sở Tài chính' },
      { id: 'yt', name: 'Sở Y tế' },
      { id: 'cc', name: 'Chi cục Tài chính' },
    ]);
    const user = await findUserByEmail(db, officerAccount.email);
    documentId = await storeGivenWork(db, user?.id ?? '', {
      number: '95/KH-UBND',
      day: '2023-12-08',
      tasks: [
        { quote: 'Lập kế hoạch đầu tư công', lead: ['tc'], coord: ['yt'] },
        { quote: 'Chăm sóc, bảo vệ trẻ em', lead: ['yt'], monitor: ['tc'] },
      ],
    });
    root = await storeDuty(
      db,
      { agency_id: 'tc', due: '2024-03-01', first_due: '2024-02-01' },
      { documentId, findingId: 'n1' },
    );
    await storeDuty(db, { agency_id: 'yt' }, { documentId, findingId: 'n2' });
    const below = { root_id: root, parent_id: root } as const;
    step = await storeDuty(db, {
      ...below,
      agency_id: 'tc',
      kind: 'step',
      due: '2024-01-15',
      ...own('Tổng hợp nhu cầu'),
    });
    part = await storeDuty(db, {
      ...below,
      agency_id: 'cc',
      kind: 'part',
      due: '2024-01-20',
      ...own('Rà soát định mức'),
    });
  });
  afterAll(() => running.stop());

  it('come page by page by their deadlines, those without one last, and backwards', async () => {
    const first = await list('limit=3');
    expect(first.rows.map(({ due }) => due)).toEqual(['2024-01-15', '2024-01-20', '2024-03-01']);
    const rest = await list(`limit=3&after=${first.next}`);
    expect([rest.rows.map(({ due }) => due), rest.next]).toEqual([[null], null]);
    const backwards = await list('order=desc&limit=1');
    expect(backwards.rows[0]?.due).toBeNull();
    const given = await list('sort=given&limit=2');
    const after = await list(`sort=given&limit=2&after=${given.next}`);
    expect(new Set([...given.rows, ...after.rows].map(({ id }) => id)).size).toBe(4);
  });

  it('are found by agency in each role, document, words with and without accents, deadline and state', async () => {
    const ids = async (query: string) =>
      (await list(query)).rows.map(({ id, agency }) => (id === root ? 'root' : agency.name));
    expect(await ids('agency=yt')).toEqual(['Sở Y tế']);
    expect(await ids('agency=yt&role=coord')).toEqual(['Sở Tài chính', 'Chi cục Tài chính', 'root']);
    expect(await ids('agency=tc&role=monitor')).toEqual(['Chi cục Tài chính', 'Sở Y tế']);
    expect(await ids(`document=${documentId}`)).toHaveLength(4);
    expect(await ids('q=dinh muc')).toEqual(['Chi cục Tài chính']);
    expect(await ids('q=bảo vệ')).toEqual(['Sở Y tế']);
    expect(await ids('dueFrom=2024-01-16&dueTo=2024-02-01')).toEqual(['Chi cục Tài chính']);
    expect(await ids('state=noDue')).toEqual(['Sở Y tế']);
    expect(await ids('kind=step&kind=part&state=openOverdue')).toHaveLength(2);
    expect(await running.officer.get<DutyCounts>('/api/duties/counts?agency=tc&agency=yt')).toEqual({
      total: 3,
      stages: { assigned: 3 },
      states: { noDue: 1, openOverdue: 2 },
    });
  });

  it('show where they come from and the chain above and below them', async () => {
    const page = await running.officer.get<DutyPage>(`/api/duties/${root}`);
    expect(page.duty).toMatchObject({
      agency: { name: 'Sở Tài chính' },
      firstDue: '2024-02-01',
      state: 'openOverdue',
      origins: [{ documentNumber: '95/KH-UBND', quote: 'Lập kế hoạch đầu tư công' }],
    });
    expect(page.below.map(({ id }) => id).toSorted()).toEqual([step, part].toSorted());
    expect(page.coordinating.map(({ name }) => name)).toEqual(['Sở Y tế']);
    const below = await running.officer.get<DutyPage>(`/api/duties/${part}`);
    expect(below.above.map(({ id }) => id)).toEqual([root]);
    expect(below.duty.origins[0]?.quote).toBe('Lập kế hoạch đầu tư công');
    expect(below.monitoring.map(({ name }) => name)).toEqual(['Sở Tài chính']);
  });

  it('are not there for nobody, nor where the id is not one', async () => {
    expect((await running.nobody.fetch('/api/duties')).status).toBe(401);
    expect((await running.officer.fetch('/api/duties/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await running.officer.fetch('/api/duties?after=x')).status).toBe(400);
  });

  it('go, for a coordinator behind the wall, to another agency, and with a reorganisation there and back', async () => {
    const { db } = running.database;
    await storeDatedAgencies(db, [
      { id: 'cu', name: 'Sở Cũ' },
      { id: 'khac', name: 'Sở Khác' },
      { id: 'moi', name: 'Sở Mới' },
    ]);
    const coordinator = await running.as('coordinator', 'cu');
    const worker = await running.as('head', 'cu');
    const user = await findUserByEmail(db, officerAccount.email);
    const plan = await storeGivenWork(db, user?.id ?? '', {
      number: '9/KH-UBND',
      day: '2025-12-08',
      tasks: [
        { quote: 'Việc một', lead: ['cu'] },
        { quote: 'Việc hai', lead: ['cu'] },
      ],
    });
    await makeDueDuties(running.app);
    const mine = async () =>
      (await coordinator.get<{ rows: DutyRecord[] }>(`/api/duties?document=${plan}&stage=assigned`)).rows
        .map(({ agency }) => agency.id)
        .toSorted();
    const { rows } = await coordinator.get<{ rows: DutyRecord[] }>(`/api/duties?document=${plan}`);
    const one = rows.find(({ origins }) => origins[0]?.quote === 'Việc một');
    const given = await coordinator.post(`/api/duties/${one?.id}/actions`, {
      ...{ verb: 'reassign', version: one?.version, agencyId: 'khac' },
    });
    expect([given.status, await mine()]).toEqual([200, ['cu', 'khac']]);
    const event = {
      ...{ title: 'Hợp nhất', legalBasis: 'NQ', effectiveOn: '2026-01-01', newAgencies: [] },
      moves: [{ kind: 'merge', from: 'cu', to: 'moi', field: null, name: null }],
    };
    const planned = (await (await coordinator.post('/api/reorganisations', event)).json()) as Rehearsal;
    expect(planned.along).toEqual({ duties: 1, parts: 0, reports: 0, people: 2 });
    const { id, version, counts } = planned;
    const path = `/api/reorganisations/${id}`;
    const seen = { version, ended: counts.ended, made: counts.made };
    const confirmed = await coordinator.post(`${path}/confirmation`, seen);
    expect([confirmed.status, await mine()]).toEqual([200, ['khac', 'moi']]);
    const held = async () =>
      (await worker.get<{ posts: { agencyId: string }[] }>('/api/session')).posts.map(({ agencyId }) => agencyId);
    expect(await held()).toEqual(['moi']);
    const undone = await coordinator.post(`${path}/undoing`, {
      version: ((await confirmed.json()) as Rehearsal).version,
    });
    expect([undone.status, await mine(), await held()]).toEqual([200, ['cu', 'khac'], ['cu']]);
  });
});
