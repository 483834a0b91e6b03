import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, tracingChannel, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognitionsRunning, stillRunning } from '../../test/child-processes.ts';
import { engines } from '../../test/engines.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { canDraw, drawn, picturePdf } from '../../test/scan-pages.ts';
import { findTesseract } from '../files/scan/tesseract.ts';
import type { ImportRecord } from '../registry/import.ts';
import type { WholeDocument } from '../services/documents.ts';
import { type ObservedProgram, type ObservedRequest, observed } from '../values/observed.ts';

const present = await findTesseract().then(
  () => canDraw,
  () => false,
);
if (!present)
  process.stdout.write(
    'Tesseract with Vietnamese or the font Liberation Sans 2 is not here: uploads of scans are left out of this run.\n',
  );

async function scan(pages: number): Promise<Uint8Array> {
  const canvas = drawn({
    texts: [
      { x: 85, y: 50, text: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THANH' },
      { x: 85, y: 75, text: 'Số: 15/QĐ-UBND' },
      { x: 250, y: 100, text: 'QUYẾT ĐỊNH' },
      { x: 85, y: 130, text: 'Điều 1. Phê duyệt Kế hoạch phát triển kinh tế - xã hội.' },
    ],
    height: 200,
  });
  const jpeg = new Uint8Array(await canvas.encode('jpeg', 90));
  const sheet = { jpeg, width: 595, height: 200, dotsWide: canvas.width, dotsHigh: canvas.height };
  return picturePdf(Array.from({ length: pages }, () => sheet));
}

describe.skipIf(!present).each(engines.slice(0, 1))('a scan on its way in, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine, { patience: 0 });
  });
  afterAll(() => running.stop());

  const line = async (id: string) =>
    (await running.officer.get<{ imports: ImportRecord[] }>('/api/imports')).imports.find((one) => one.id === id);

  it('tells its pages, becomes a document, and tells whoever traces which programs read it for which request', async () => {
    const around = new AsyncLocalStorage<string>();
    const ran: unknown[] = [];
    const over = (told: unknown) => void ran.push([around.getStore(), (told as ObservedProgram).program]);
    const { start, asyncStart } = tracingChannel<string, ObservedRequest>(observed.request);
    for (const one of [start, asyncStart]) one.bindStore(around, ({ route }) => route);
    subscribe(observed.program, over);
    const { id } = await running.officer.uploaded('hai trang.pdf', await scan(2));
    const ended = await until(async () => {
      const one = await line(id);
      return one?.state === 'running' ? undefined : one;
    });
    expect(ended).toMatchObject({ state: 'done', pagesDone: 2, pagesTotal: 2 });
    const document = await running.officer.get<WholeDocument>(`/api/documents/${ended.documentId}`);
    expect(document).toMatchObject({ format: 'pdf', header: { number: '15/QĐ-UBND' } });
    unsubscribe(observed.program, over);
    for (const one of [start, asyncStart]) one.unbindStore(around);
    expect(ran).toContainEqual(['/api/imports', 'tesseract']);
  });

  it('that is cancelled leaves neither a document nor a process', async () => {
    const { id } = await running.officer.uploaded('dài.pdf', await scan(60));
    const recognising = await until(async () => {
      const pids = recognitionsRunning();
      return (await line(id))?.pagesTotal === 60 && pids.length > 0 ? pids : undefined;
    });
    expect((await running.officer.fetch(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(200);
    await until(() => {
      const left = [...recognitionsRunning(), ...stillRunning(recognising)];
      return Promise.resolve(left.length === 0 ? true : undefined);
    });
    expect(await line(id)).toBeUndefined();
    expect((await running.officer.get<{ documents: unknown[] }>('/api/documents')).documents).toHaveLength(1);
  });
});

/** Asks again until there is an answer; the test's own time limit ends it. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
