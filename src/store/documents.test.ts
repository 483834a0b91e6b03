import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aDocument, aNote, aTarget, aTask, keepDocument, storeDocument, storeUser } from '../../test/readings.ts';
import type { TargetQuery } from '../registry/target.ts';
import {
  findDocument,
  findDocumentByHash,
  findFile,
  findPage,
  getText,
  listDocuments,
  notesOfDocument,
} from './documents.ts';
import { readRegisterCounts } from './register-counts.ts';
import { listTargets } from './targets.ts';
import { listTasks } from './tasks.ts';

describe.each(engines)('documents, on $name', (engine) => {
  let database: FreshDatabase;
  let user: string;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    user = await storeUser(database.db);
  });
  afterAll(() => database.drop());

  it('come back as they were stored: file, text, blocks, header, notes', async () => {
    const notes = [
      aNote({ code: 'leadMissing', span: { start: 1, end: 4 }, findingId: 'n1' }),
      aNote({ code: 'spellingSuspected', detail: 'chì tiêu', suggestion: 'chỉ tiêu' }),
      aNote({ code: 'readingUncertain', findingId: 'n1', reasons: ['otherNumbers'] }),
    ];
    const document = aDocument({ tasks: [aTask()], notes, text: 'Chữ “Việt” 🌾 và\nxuống dòng' }, user);
    await keepDocument(database.db, document);
    expect(await findDocument(database.db, document.id)).toEqual({
      id: document.id,
      fileName: 'van-ban.txt',
      fileHash: document.file.hash,
      fileSize: document.file.size,
      format: 'txt',
      header: document.intake.header,
      targetCount: 0,
      taskCount: 1,
      noteCount: 3,
      state: 'read',
      validFrom: null,
      validUntil: null,
      receivedAt: '2026-01-05T02:00:00.000Z',
      receivedBy: 'Cán bộ Thử',
    });
    expect(await getText(database.db, document.id)).toEqual({
      text: document.text,
      blocks: JSON.parse(document.blocks),
      pages: [],
      places: [],
    });
    expect(await notesOfDocument(database.db, document.id)).toEqual(notes);
    const { name, hash } = document.file;
    expect(await findFile(database.db, document.id)).toEqual({ name, hash, format: 'txt' });
  });

  it('of files that have pages keep these and where each line stands', async () => {
    const pages = [
      { width: 595.3, height: 841.9 },
      { width: 842, height: 595, turn: 90 },
    ];
    const places = [{ start: 0, end: 3, page: 1, x: 72.5, y: 90, width: 20.25, height: 12 }];
    const document = {
      ...aDocument({}, user),
      pages: JSON.stringify(pages),
      places: JSON.stringify(places),
      format: 'pdf' as const,
    };
    await keepDocument(database.db, document);
    expect(await getText(database.db, document.id)).toMatchObject({ pages, places });
    expect(await findPage(database.db, document.id, 1)).toEqual({
      fileHash: document.file.hash,
      format: 'pdf',
      page: pages[1],
    });
    expect(await findPage(database.db, document.id, 2)).toBeUndefined();
  });

  it('are stored once: a second one of the same file leaves nothing', async () => {
    const document = aDocument({ targets: [aTarget()] }, user);
    expect(await keepDocument(database.db, document)).toBe(true);
    const twin = { ...aDocument({ targets: [aTarget()] }, user), file: document.file };
    expect(await keepDocument(database.db, twin)).toBe(false);
    expect(await findDocument(database.db, twin.id)).toBeUndefined();
    expect(await findDocumentByHash(database.db, document.file.hash)).toEqual({ id: document.id });
  });

  it('with thousands of findings are stored whole', async () => {
    const targets = Array.from({ length: 2500 }, (_, i) => aTarget({ name: `Chỉ tiêu ${i}` }));
    const id = await storeDocument(database.db, user, { header: { number: '9/KH' }, targets });

    const { total, rows } = await listTargets(
      database.db,
      { document: [id], year: [], group: [], agency: [], tier: [], sort: 'document', order: 'asc' },
      { offset: 2499, limit: 10 },
    );
    expect([total, rows[0]?.name]).toEqual([2500, 'Chỉ tiêu 2499']);
  });

  it('are listed newest issued first, those without a date last', async () => {
    await storeDocument(database.db, user, { header: { number: 'cũ', issuedOn: '2019-01-01' } });
    await storeDocument(database.db, user, { header: { number: 'không ngày', issuedOn: null } });
    await storeDocument(database.db, user, { header: { number: 'mới', issuedOn: '2026-06-01', period: null } });
    const numbers = (await listDocuments(database.db)).map(({ number }) => number);
    expect([numbers[0], numbers.at(-2), numbers.at(-1)]).toEqual(['mới', 'cũ', 'không ngày']);
  });

  it('are counted for the overview by year and kind', async () => {
    const { documents, documentsByYearAndKind } = await readRegisterCounts(database.db);
    expect(documents).toBe(7);
    expect(documentsByYearAndKind).toEqual([
      { year: 2019, kind: 'nghi_quyet', count: 1 },
      { year: 2025, kind: 'nghi_quyet', count: 4 },
      { year: 2026, kind: 'nghi_quyet', count: 1 },
      { year: null, kind: 'nghi_quyet', count: 1 },
    ]);
  });

  it('of a file that holds two keep both, and a finding tells which of them it stands in', async () => {
    const own = aDocument({}, user).intake.header;
    const { further: _, ...second } = { ...own, number: '34/QĐ-UBND', title: 'Về nhiệm vụ năm 2027' };
    const further = [{ ...second, span: { start: 50, end: 200 } }];
    const id = await storeDocument(database.db, user, {
      header: { number: '12/QĐ-UBND', further },
      targets: [aTarget(), aTarget({ span: { start: 60, end: 70 } })],
      tasks: [aTask({ span: { start: 80, end: 90 } })],
    });
    const listed = (await listDocuments(database.db)).find((one) => one.id === id);
    expect(listed?.further.map(({ number, title }) => [number, title])).toEqual([
      ['34/QĐ-UBND', 'Về nhiệm vụ năm 2027'],
    ]);
    expect((await findDocument(database.db, id))?.header.further).toEqual(further);
    const document: string[] = [id];
    const wanted = {
      document,
      year: [],
      group: [],
      agency: [],
      sort: 'document',
      order: 'asc',
    } satisfies Partial<TargetQuery>;
    const page = { offset: 0, limit: 10 };
    const targets = await listTargets(database.db, { ...wanted, tier: [] }, page);
    expect(targets.rows.map((row) => row.documentNumber)).toEqual(['12/QĐ-UBND', '34/QĐ-UBND']);
    const tasks = await listTasks(database.db, { ...wanted, role: [], due: [] }, page);
    expect(tasks.rows.map((row) => row.documentTitle)).toEqual(['Về nhiệm vụ năm 2027']);
  });

  it('that were stored before further documents were read hold one', async () => {
    const id = await storeDocument(database.db, user, {});
    await sql`update document set header = header - 'further' where id = ${id}`.execute(database.db);
    expect((await findDocument(database.db, id))?.header.further).toEqual([]);
    expect((await listDocuments(database.db)).find((one) => one.id === id)?.further).toEqual([]);
  });
});
