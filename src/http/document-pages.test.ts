import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type PdfSheet, pdfOf } from '../../test/files/pdf-writer.ts';
import { planText } from '../../test/plan-text.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { WholeDocument } from '../services/documents.ts';

const line = (text: string, y: number) => ({ x: 72, y, text });
const plan: PdfSheet[] = [
  { texts: [line('Số: 15/KH-UBND', 60), line('1. Tỷ lệ hộ nghèo giảm còn 2% năm 2026.', 100)] },
  { texts: [line('2. Tỷ lệ che phủ rừng đạt 45% năm 2026.', 100)], width: 842, height: 595 },
  { texts: [], more: 'BT /F1 12 Tf 0 1 -1 0 300 200 Tm (An appendix that lies on its side.) Tj ET' },
];

describe.each(engines)('the pages of a PDF, on $name', (engine) => {
  let running: RunningServer;
  let id: string;
  beforeAll(async () => {
    running = await runServer(engine, { painting: { secondsPerPage: 60 } });
    id = (await running.officer.uploaded('ke hoach.pdf', pdfOf(plan))).documentId ?? '';
  });
  afterAll(() => running.stop());

  const page = (number: number | string, width: number | string = 480, init: RequestInit = {}) =>
    running.officer.fetch(`/api/documents/${id}/pages/${number}?width=${width}`, init);

  it('are kept with the place of every line, turned where the text is', async () => {
    const { pages, places, text } = await running.officer.get<WholeDocument>(`/api/documents/${id}`);
    expect(pages).toEqual([
      { width: 595, height: 842 },
      { width: 842, height: 595 },
      { width: 842, height: 595, turn: 90 },
    ]);
    const second = places.filter((place) => place.page === 1).map(({ start, end }) => text.slice(start, end));
    expect(second).toEqual(['2. Tỷ lệ che phủ rừng đạt 45% năm 2026.']);
  });

  it('come as pictures that may be kept for good', async () => {
    const sizes = [];
    for (const number of [1, 2, 3]) {
      const response = await page(number);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      const { width, height } = await loadImage(Buffer.from(await response.arrayBuffer()));
      sizes.push([width, height]);
    }
    expect(sizes).toEqual([
      [480, 679],
      [480, 339],
      [480, 339],
    ]);
  });

  it('are not sent again to whoever has them', async () => {
    const tag = (await page(1)).headers.get('etag') ?? '';
    expect((await page(1, 480, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await page(1, 800, { headers: { 'if-none-match': tag } })).status).toBe(200);
    expect((await page(2)).headers.get('etag')).not.toBe(tag);
  });

  it('are refused where there are none, in words', async () => {
    // Never as long as a picture, which is kept for good.
    const kept = 'private, no-cache';
    const refusal = async (response: Response) => [
      response.status,
      ((await response.json()) as { code: string }).code,
      response.headers.get('cache-control'),
    ];
    expect(await refusal(await page(4))).toEqual([404, 'notFound', kept]);
    expect(await refusal(await page(0))).toEqual([400, 'invalidInput', kept]);
    expect(await refusal(await page(1, 481))).toEqual([400, 'invalidInput', kept]);
    expect(await refusal(await page(1, ''))).toEqual([400, 'invalidInput', kept]);
    const text = (await running.officer.uploaded('a.txt', planText())).documentId;
    expect(await refusal(await running.officer.fetch(`/api/documents/${text}/pages/1?width=480`))).toEqual([
      404,
      'notFound',
      kept,
    ]);
    const stranger = await running.nobody.fetch(`/api/documents/${id}/pages/1?width=480`);
    expect(await refusal(stranger)).toEqual([401, 'notSignedIn', kept]);
  });

  it('that cannot be drawn are refused with what to do instead, and the server goes on', async () => {
    const hasty = await runServer(engine, { painting: { memoryMebibytes: 1 } });
    const other = (await hasty.officer.uploaded('a.pdf', pdfOf(plan))).documentId;
    const refused = await hasty.officer.fetch(`/api/documents/${other}/pages/2?width=480`);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'pageNotDrawn', facts: { page: 2 } });
    expect((await hasty.officer.fetch(`/api/documents/${other}`)).status).toBe(200);
    await hasty.stop();
  });
});
