import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEmbeddedBinaries } from '../src/outside/postgres-binaries.ts';
import type { ImportRecord } from '../src/registry/import.ts';
import type { DocumentSummary } from '../src/registry/plan-document.ts';
import type { WholeDocument } from '../src/services/documents.ts';
import { Client } from './running-server.ts';

const program = new URL('../src/cli/tiendo.ts', import.meta.url).href;
const folderOfProgram = fileURLToPath(new URL('..', import.meta.url));
const embedded = (await findEmbeddedBinaries()) !== undefined;
if (!embedded)
  console.warn('LEFT OUT: kill -9 during an import, for want of an embedded database on this kind of machine.');

type Running = { child: ChildProcess; client: Client };

/** The real server as a process of its own, in a process group of its own with its database. */
async function start(dataFolder: string): Promise<Running> {
  const args = ['serve', '--port', '0', '--data', dataFolder, '--demo', 'on'];
  const code = `const { tiendo } = await import(${JSON.stringify(program)}); process.exitCode = await tiendo(${JSON.stringify(args)});`;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(TIENDO_|DATABASE_URL|VITEST|NODE_ENV)/.test(name)),
  );
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folderOfProgram,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found && said.includes('can-bo@demo')) resolve(found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)));
  });
  const client = new Client(url);
  const [, password] = /can-bo@demo\S*\s+(\S+)/.exec(said) ?? [];
  await client.signIn({ email: 'can-bo@demo.tiendo.vn', password: password ?? '' });
  return { child, client };
}

/** With no chance to tidy up: the server alone, or the server and its database in the same moment, as when the power fails. */
async function kill({ child }: Running, what: 'server' | 'all'): Promise<void> {
  const ended = once(child, 'exit');
  if (child.pid === undefined) throw new Error('the server has no process');
  process.kill(what === 'all' ? -child.pid : child.pid, 'SIGKILL');
  await ended;
}

const times = 20;
const targetCount = 900;

/** A resolution of so many targets that every stage of its import takes a while. */
function longResolution(number: number): string {
  const targets = Array.from(
    { length: targetCount },
    (_, i) => `(${i + 1}) Tỷ lệ hộ nghèo của xã thứ ${i + 1} giảm còn ${(i % 90) + 1},5%.`,
  );
  return `HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG THANH\n\nSố: ${number}/NQ-HĐND\nSông Thanh, ngày 10 tháng 12 năm 2025\n\nNGHỊ QUYẾT\nVỀ NHIỆM VỤ NĂM 2026\n\nĐiều 1. Các chỉ tiêu chủ yếu\n${targets.join('\n')}\n`;
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

describe.skipIf(!embedded)('kill -9 during an import', () => {
  let dataFolder: string;
  let running: Running;
  /** Milliseconds that an import takes when nobody kills it. */
  let duration: number;

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'tiendo-kill-'));
    running = await start(dataFolder);
    const from = performance.now();
    await ended(await running.client.uploaded('lần 0.txt', longResolution(1000)));
    duration = performance.now() - from;
  });
  afterAll(async () => {
    const ended = once(running.child, 'exit');
    running.child.kill('SIGTERM');
    await ended;
    await rm(dataFolder, { recursive: true, force: true });
  });

  /** The server answers after some seconds, however far the import is. */
  const ended = async (record: ImportRecord): Promise<ImportRecord> => {
    if (record.state !== 'running') return record;
    await after(100);
    const { imports } = await running.client.get<{ imports: ImportRecord[] }>('/api/imports');
    return ended(imports.find(({ id }) => id === record.id) ?? record);
  };

  const documents = async () =>
    (await running.client.get<{ documents: DocumentSummary[] }>('/api/documents')).documents;

  const expectWhole = async (id: string, content: string) => {
    const document = await running.client.get<WholeDocument>(`/api/documents/${id}`);
    expect([document.fileHash, document.text, document.blocks.length > targetCount]).toEqual([
      hashOf(content),
      content,
      true,
    ]);
    expect([document.targets.length, document.tasks.length, document.notes.length]).toEqual([
      document.targetCount,
      document.taskCount,
      document.noteCount,
    ]);
    expect(document.targetCount).toBe(targetCount);
    const file = await running.client.fetch(`/api/documents/${id}/file`);
    expect(hashOf(new Uint8Array(await file.arrayBuffer()))).toBe(document.fileHash);
  };

  it.each(Array.from({ length: times }, (_, i) => i))(
    '%i: the whole document is there or nothing of it, and it can be sent again',
    async (round) => {
      const content = longResolution(round);
      const name = `lần ${round + 1}.txt`;
      const before = await documents();
      const sending = running.client.upload(name, content).catch(() => undefined);
      await after((duration * 1.6 * round) / (times - 1));
      await kill(running, round % 2 === 0 ? 'server' : 'all');
      await sending;
      running = await start(dataFolder);

      const left = await documents();
      const found = left.find(({ fileName }) => fileName === name);
      expect(left.length).toBe(before.length + (found ? 1 : 0));
      if (found) await expectWhole(found.id, content);
      const { total } = await running.client.get<{ total: number }>('/api/targets?limit=1');
      expect(total).toBe(left.reduce((sum, document) => sum + document.targetCount, 0));
      const { imports } = await running.client.get<{ imports: ImportRecord[] }>('/api/imports');
      expect(imports.filter(({ state }) => state === 'running')).toEqual([]);

      const again = await ended(await running.client.uploaded(name, content));
      expect(again.state).toBe(found ? 'alreadyThere' : 'done');
      await expectWhole(again.documentId ?? '', content);
    },
  );
});
