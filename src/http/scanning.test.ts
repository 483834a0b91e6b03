import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eicar, startClamd } from '../../test/clamd-server.ts';
import { engines } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { planText } from '../../test/plan-text.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { greetClamd, scanWithClamd } from '../outside/clamd.ts';
import { openLog } from '../outside/log.ts';
import { noScan, scanWith } from '../services/scan.ts';
import { fileOfBytes } from '../services/stored-files/stored-files.ts';

const harmful = Buffer.from(`%PDF-1.4\n${eicar}\n%%EOF\n`);

describe.each(engines.slice(0, 1))('files that come in, on $name', (engine) => {
  let clamd: Awaited<ReturnType<typeof startClamd>>;
  let running: RunningServer;
  let officer: Client;
  let duty = '';
  const lines: string[] = [];
  const log = openLog({ write: (line) => void lines.push(line) });
  const told = (what: string) =>
    lines.map((line) => JSON.parse(line) as { msg: string }).filter(({ msg }) => msg === what);

  beforeAll(async () => {
    clamd = await startClamd();
    running = await runServer(engine, {
      scanning: { clamd: clamd.address, whenAway: 'refuse' },
      log,
    });
    await storeProvince(running.database.db);
    duty = await storeDuty(running.database.db, await storeUser(running.database.db), { agencyId: 'so-a' });
    officer = await running.as('officer', 'so-a');
  });
  afterAll(async () => {
    await running.stop();
    await clamd.stop();
  });

  async function send(client: Client, path: string, name: string, content: Buffer) {
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(content)], name));
    const response = await client.fetch(path, { method: 'POST', body: form });
    return { status: response.status, ...((await response.json()) as { code?: string; message?: { vi: string } }) };
  }
  const storedFiles = async () => (await sql`select from stored_file`.execute(running.database.db)).rows.length;

  it('are taken where nothing harmful is found in them', async () => {
    const path = `/api/duties/${duty}/evidence`;
    const before = await storedFiles();
    expect((await send(officer, path, 'a.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))).status).toBeLessThan(300);
    expect(await storedFiles()).toBe(before + 1);
  });

  it('are refused at each door, with the name of what was found; nothing is kept, and the log tells it', async () => {
    const before = await storedFiles();
    const doors: [Client, string, string, Buffer][] = [
      [officer, `/api/duties/${duty}/evidence`, 'minh-chung.pdf', harmful],
      [running.officer, '/api/imports', 'ke-hoach.txt', Buffer.from(planText() + eicar)],
      [running.officer, '/api/form-check', 'cong-van.docx', harmful],
    ];
    for (const [client, path, name, content] of doors) {
      const { status, code, message } = await send(client, path, name, content);
      expect([path, status, code]).toEqual([path, 422, 'fileInfected']);
      expect(message?.vi).toContain(name);
      expect(message?.vi).toContain('Eicar-Test-Signature');
    }
    expect(await storedFiles()).toBe(before);
    expect(told('fileInfected')).toHaveLength(doors.length);
  });

  it('wait while the scanner is away, or are taken where the installation says so', async () => {
    const file = () => ({ name: 'a.pdf', parts: fileOfBytes(harmful).parts });
    const settings = { clamd: '/no/such/socket', whenAway: 'refuse' as const };
    await expect(scanWith(settings, log)(file())).rejects.toMatchObject({ code: 'fileUnscanned' });
    await scanWith({ ...settings, whenAway: 'take' }, log)(file());
    expect(told('fileUnscanned')).toHaveLength(2);
    await expect(noScan(file())).resolves.toBeUndefined();
    expect(await greetClamd('/no/such/socket')).toContain('ENOENT');
    expect(await greetClamd(clamd.address)).toBeNull();
  });

  it('are refused where they are longer than the scanner takes: nobody looked at their end', async () => {
    const { parts } = fileOfBytes(Buffer.alloc(9_000_000));
    await expect(scanWithClamd(clamd.address, parts)).rejects.toThrow();
  });
});
