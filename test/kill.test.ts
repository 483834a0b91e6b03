import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRecord } from '../src/registry/import.ts';
import type { DocumentSummary } from '../src/registry/plan-document.ts';
import type { WholeDocument } from '../src/services/documents.ts';
import { embedded, endKillable, firstStart, type Killable, kill, startKillable } from './killable-server.ts';

if (!embedded)
  console.warn('LEFT OUT: kill -9 during an import, for want of an embedded database on this kind of machine.');

/** More of them with TIENDO_KILLS=200. */
const times = Number(process.env.TIENDO_KILLS ?? 3);
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
  let running: Killable;
  /** Milliseconds that an import takes when nobody kills it. */
  let duration: number;

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'tiendo-kill-'));
    running = await startKillable(dataFolder);
    const from = performance.now();
    await ended(await running.client.uploaded('lần 0.txt', longResolution(1000)));
    duration = performance.now() - from;
  }, firstStart);
  afterAll(() => endKillable(running));

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
      running = await startKillable(dataFolder);

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
