import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeAgencies } from '../../test/registers.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { AuditEntry, AuditVerification } from '../registry/audit.ts';

describe.each(engines)('the audit log over HTTP, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
    await storeAgencies(running.database.db, { 'so-y-te': 'Sở Y tế' });
    const { agency } = await running.officer.get<{ agency: { version: number } }>('/api/agencies/so-y-te');
    const changed = await running.officer.post('/api/agencies/so-y-te', {
      version: agency.version,
      reason: 'Đổi tên theo quyết định mới',
      fields: {
        kind: 'department',
        symbol: 'SYT',
        exchangeCode: null,
        contact: null,
        validFrom: null,
        validUntil: null,
        names: [{ kind: 'official', name: 'Sở Y tế tỉnh', validFrom: null, validUntil: null }],
      },
    });
    if (!changed.ok) throw new Error(await changed.text());
  });
  afterAll(() => running.stop());

  it('tells the administrator who changed what and why', async () => {
    const { entries } = await running.officer.get<{ entries: AuditEntry[] }>('/api/audit?q=quyết định');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ verb: 'changeAgency', subjectId: 'so-y-te', by: { name: 'Cán bộ Thử' } });
  });

  it('offers what the log holds to choose from, and shows that it is whole', async () => {
    const choices = await running.officer.get<{ verbs: string[]; people: { name: string }[] }>('/api/audit/choices');
    expect(choices.verbs).toContain('changeAgency');
    expect(choices.people.map(({ name }) => name)).toContain('Cán bộ Thử');
    const verification = await running.officer.get<AuditVerification>('/api/audit/verification');
    expect(verification.faults).toEqual([]);
    expect(verification.actions).toBeGreaterThan(0);
  });
});
