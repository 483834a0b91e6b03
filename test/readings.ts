import { randomUUID } from 'node:crypto';
import { takeIn } from '../src/registry/intake.ts';
import { passagesOf } from '../src/registry/passages.ts';
import type { Db } from '../src/store/database.ts';
import type { NewDocument } from '../src/store/document-rows.ts';
import { insertDocument } from '../src/store/documents.ts';
import { announceFile } from '../src/store/stored-files.ts';
import type { DocumentHeader, Reading, Reference, Target, Task } from '../src/values/finding.ts';
import type { Note } from '../src/values/note.ts';

/** Readings written by hand, where a test is about what becomes of them and not about how they were read. */

const header: DocumentHeader = {
  number: '15/NQ-HĐND',
  kind: 'nghi_quyet',
  issuer: 'Hội đồng nhân dân tỉnh Sông Thanh',
  place: 'Sông Thanh',
  issuedOn: '2025-12-10',
  title: 'Về nhiệm vụ năm 2026',
  secrecy: null,
  period: { from: 2026, to: 2026 },
  signer: null,
  legalBases: [],
  recipients: [],
  references: [],
  spans: {},
  further: [],
};

export const aTarget = (changes: Partial<Target> = {}): Target => ({
  id: 't1',
  span: { start: 0, end: 10 },
  valueSpan: null,
  section: ['Điều 1'],
  group: 'Về kinh tế',
  ordinal: '1',
  listed: true,
  name: 'Tỷ lệ hộ nghèo',
  variant: null,
  op: '=',
  value: 1.5,
  value2: null,
  of: null,
  unit: '%',
  change: 'level',
  base: null,
  year: 2026,
  yearFrom: null,
  tier: 'province',
  agencies: ['Sở Nông nghiệp và Môi trường'],
  parentId: null,
  confidence: 1,
  ...changes,
});

export const aTask = (changes: Partial<Task> = {}): Task => ({
  id: 'n1',
  source: 'table',
  span: { start: 0, end: 10 },
  section: ['Phụ lục I'],
  group: 'Đầu tư công',
  ordinal: '1',
  lead: ['Sở Tài chính'],
  coord: ['Các sở, ban, ngành'],
  monitor: [],
  timeRaw: 'Quý I/2026',
  time: { kind: 'by', to: '2026-03-31' },
  productRaw: null,
  fundingRaw: null,
  noteRaw: null,
  confidence: 1,
  ...changes,
});

export const aReference = (changes: Partial<Reference> = {}): Reference => ({
  number: '30/NQ-HĐND',
  date: null,
  span: { start: 0, end: 10 },
  kind: null,
  issuer: null,
  part: null,
  relation: 'mentions',
  ...changes,
});

export const aNote = (changes: Partial<Note> = {}): Note => ({
  code: 'readingUncertain',
  span: null,
  findingId: null,
  detail: null,
  suggestion: null,
  reasons: [],
  ...changes,
});

export type HandWritten = {
  header?: Partial<DocumentHeader>;
  targets?: Target[];
  tasks?: Task[];
  notes?: Reading['notes'];
  text?: string;
};

export function aDocument(
  { header: changes, text = 'Nội dung văn bản', ...found }: HandWritten,
  userId: string,
): NewDocument {
  const reading: Reading = {
    document: { ...header, ...changes },
    targets: [],
    figures: [],
    tasks: [],
    notes: [],
    ...found,
  };
  const id = randomUUID();
  return {
    id,
    placeId: null,
    // No two are the same file, whatever they say.
    file: { name: 'van-ban.txt', hash: id.replaceAll('-', '').repeat(2), size: Buffer.byteLength(text) },
    format: 'txt',
    text,
    blocks: JSON.stringify([{ kind: 'paragraph', span: { start: 0, end: text.length } }]),
    pages: null,
    places: null,
    passages: passagesOf(text, [{ kind: 'paragraph', span: { start: 0, end: text.length } }]),
    intake: takeIn(reading, text, 'van-ban.txt'),
    receivedAt: new Date('2026-01-05T02:00:00Z'),
    receivedBy: userId,
  };
}

/** With a row for its file, whose bytes nobody asks for. False where it is there already. */
export async function keepDocument(db: Db, document: NewDocument): Promise<boolean> {
  await announceFile(db, { ...document.file, place: 'database' });
  return db.transaction().execute((trx) => insertDocument(trx, document));
}

/** Findings get ids in order, so that a test need not number them. */
export async function storeDocument(db: Db, userId: string, written: HandWritten): Promise<string> {
  const targets = written.targets?.map((target, index) => ({ ...target, id: `t${index + 1}` })) ?? [];
  const tasks = written.tasks?.map((task, index) => ({ ...task, id: `n${index + 1}` })) ?? [];
  const document = aDocument({ ...written, targets, tasks }, userId);
  await keepDocument(db, document);
  return document.id;
}

export async function storeUser(db: Db): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('app_user')
    .values({ id, name: 'Cán bộ Thử', email: `${id}@thu.vn` })
    .execute();
  return id;
}
