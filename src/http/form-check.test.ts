import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { decision } from '../../test/official-documents.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { writeOfficialDocument } from '../files/written/official-document.ts';
import type { FormCheck } from '../values/form-check.ts';

describe.each(engines)('the checker of the form over HTTP on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());

  const sent = (content: Uint8Array | string, name: string) => {
    const body = new FormData();
    body.set('file', new Blob([content as BlobPart]), name);
    return body;
  };

  it('answers box by box and keeps nothing', async () => {
    const bytes = new Uint8Array(await writeOfficialDocument(decision));
    const answer = await running.officer.fetch('/api/form-check', {
      method: 'POST',
      body: sent(bytes, 'quyet-dinh.docx'),
    });
    expect(answer.status).toBe(200);
    const found = (await answer.json()) as FormCheck;
    expect(found.form).toBe('ND30-2020');
    expect(found.boxes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await running.database.db.selectFrom('document').select('id').execute()).toEqual([]);
  });

  it('refuses a document that bears the mark of a state secret', async () => {
    const bytes = new Uint8Array(await writeOfficialDocument({ ...decision, authority: 'Mật' }));
    const answer = await running.officer.fetch('/api/form-check', { method: 'POST', body: sent(bytes, 'mat.docx') });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'fileSecret']);
  });

  it('refuses what is no Word file', async () => {
    const answer = await running.officer.fetch('/api/form-check', { method: 'POST', body: sent('chữ', 'ghi-chu.txt') });
    expect(answer.status).toBe(415);
  });
});
