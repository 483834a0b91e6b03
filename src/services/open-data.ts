import { buffer } from 'node:stream/consumers';
import { zipFile } from '../files/written/zip.ts';
import type { PublicFigure, PublicRecord } from '../registry/public-plan.ts';
import type { OpenTable } from '../report/open-column.ts';
import {
  catalogueOf,
  licence,
  mediaTypes,
  type OpenFormat,
  type OpenTableName,
  openFormats,
  openTableNames,
  openTables,
  sheetColumns,
  tableFacts,
} from '../report/open-data.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { publicAgencies, publicIndicators, readPublicFigures } from '../store/public-plans.ts';
import { inOneTransaction } from './app.ts';
import { type ExportedFile, fileOf } from './export-findings.ts';
import { eachRecord, listPublicDocuments, type Portal } from './portal.ts';

/** All that is published as files: each made once for all who ask, until something changes. */

export type OpenFile = { name: string; mediaType: string; content: Buffer };

/** `addressOf`: the page of a document, a target or a task. */
export type OpenSource = {
  portal: Portal;
  addressOf: (kind: 'document' | 'target' | 'task', documentId: string, id: string) => string;
};

export const getOpenFile = (source: OpenSource, table: OpenTableName, format: OpenFormat): Promise<OpenFile> =>
  kept(source.portal, `${table}.${format}`, async () => ({
    name: `${table}.${format}`,
    mediaType: mediaTypes[format],
    content: await contentOf(source, table, format, null),
  }));

/** Every table of one year as .csv and .json, with what explains them. */
export const getYearBundle = (source: OpenSource, year: number): Promise<OpenFile> =>
  kept(source.portal, `nam-${year}.zip`, async () => {
    const files: Record<string, Uint8Array> = {
      'LICENCE.txt': Buffer.from(licence.text),
      'dictionary.json': Buffer.from(dictionaryText()),
    };
    for (const table of openTableNames)
      for (const format of ['csv', 'json'] as const)
        files[`${table}.${format}`] = await contentOf(source, table, format, year);
    return { name: `nam-${year}.zip`, mediaType: mediaTypes.zip, content: zipFile(files) };
  });

/** "targets.csv". */
export function readOpenName(name: string): { table: OpenTableName; format: OpenFormat } | undefined {
  const [table, format, ...more] = name.split('.');
  const found = openTableNames.find((one) => one === table);
  const as = openFormats.find((one) => one === format);
  return found && as && more.length === 0 ? { table: found, format: as } : undefined;
}

export type OfferedData = { tables: typeof tableFacts; formats: typeof openFormats; years: number[] };

export const offeredData = async (portal: Portal): Promise<OfferedData> => ({
  tables: tableFacts,
  formats: openFormats,
  years: await openYears(portal),
});

type CatalogueFacts = Pick<Parameters<typeof catalogueOf>[0], 'site' | 'root' | 'title'>;

/** Whoever issued most of what is published answers for the catalogue. */
export async function catalogueText(portal: Portal, facts: CatalogueFacts): Promise<string> {
  const issuers = (await listPublicDocuments(portal)).flatMap(({ issuer }) => issuer ?? []);
  const [most] = [...Map.groupBy(issuers, (issuer) => issuer)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const publisher = most?.[0] ?? facts.title.vi;
  const catalogue = catalogueOf({ ...facts, publisher, changed: portal.day, years: await openYears(portal) });
  return JSON.stringify(catalogue, null, 1);
}

export const dictionaryText = (): string =>
  JSON.stringify({ licence: { name: licence.name, address: licence.address }, tables: tableFacts }, null, 1);

/** From the first document's year to this one. */
export async function openYears(portal: Portal): Promise<number[]> {
  const first = (await listPublicDocuments(portal)).map(({ validFrom }) => Number(validFrom.slice(0, 4)));
  if (first.length === 0) return [];
  const [from, to] = [Math.min(...first), Number(portal.day.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, past) => to - past);
}

const kept = ({ cache, day }: Portal, name: string, make: () => Promise<OpenFile>): Promise<OpenFile> =>
  cache.keep(`${day} file ${name}`, make, ({ content }) => content.length);

async function contentOf(
  source: OpenSource,
  table: OpenTableName,
  format: OpenFormat,
  year: number | null,
): Promise<Buffer> {
  switch (table) {
    case 'documents':
      return written(openTables.documents, documentRows(source, year), format);
    case 'targets':
      return written(openTables.targets, targetRows(source, year), format);
    case 'tasks':
      return written(openTables.tasks, taskRows(source, year), format);
    case 'work':
      return written(openTables.work, workRows(source, year), format);
    case 'figures':
      return written(openTables.figures, figureRows(source, year), format);
    case 'indicators':
      return written(openTables.indicators, once(await indicatorRows(source)), format);
    case 'agencies':
      return written(openTables.agencies, once(await agencyRows(source, year)), format);
  }
}

/** Numbers and lists as programs in all languages read them, whatever a page shows: comma and full stop. */
async function written<Row>(table: OpenTable<Row>, rows: AsyncIterable<Row[]>, format: OpenFormat): Promise<Buffer> {
  if (format === 'json') return jsonOf(table, rows);
  const file: ExportedFile = fileOf(sheetOf(table.id, sheetColumns(table), rows, 'en'), { format, language: 'en' });
  return buffer(file.content);
}

async function jsonOf<Row>({ id, columns }: OpenTable<Row>, batches: AsyncIterable<Row[]>): Promise<Buffer> {
  const rows: string[] = [];
  for await (const batch of batches)
    for (const row of batch)
      rows.push(JSON.stringify(Object.fromEntries(columns.map((one) => [one.id, one.value(row)]))));
  return Buffer.from(`{"table":"${id}","licence":"${licence.address}","rows":[\n${rows.join(',\n')}\n]}\n`);
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}

/** Documents that were in force at some time of the year, with what of them is meant for it. */
async function* recordsOf({ portal }: OpenSource, year: number | null): AsyncGenerator<PublicRecord> {
  for await (const record of eachRecord(portal)) {
    const { validFrom, validUntil } = record.document;
    const wasInForce =
      year === null || (validFrom <= `${year}-12-31` && (validUntil === null || validUntil > `${year}-01-01`));
    if (wasInForce) yield record;
  }
}

async function* documentRows(source: OpenSource, year: number | null) {
  for await (const { document } of recordsOf(source, year))
    yield [{ ...document, address: source.addressOf('document', document.id, '') }];
}

async function* targetRows(source: OpenSource, year: number | null) {
  for await (const { targets } of recordsOf(source, year))
    yield targets
      .filter((one) => year === null || one.year === null || ((one.yearFrom ?? one.year) <= year && year <= one.year))
      .map((target) => ({ ...target, address: source.addressOf('target', target.documentId, target.id) }));
}

async function* taskRows(source: OpenSource, year: number | null) {
  for await (const { tasks } of recordsOf(source, year))
    yield tasks.map((task) => ({ ...task, address: source.addressOf('task', task.documentId, task.id) }));
}

async function* workRows(source: OpenSource, year: number | null) {
  for await (const { tasks } of recordsOf(source, year)) yield tasks.flatMap(({ duties }) => [...duties]);
}

const figureRows = ({ portal }: OpenSource, year: number | null): AsyncGenerator<PublicFigure[]> =>
  readPublicFigures(portal.db, year);

const indicatorRows = ({ portal }: OpenSource) => inOneTransaction(portal, ({ db }) => publicIndicators(db));

async function agencyRows(source: OpenSource, year: number | null) {
  const ids = new Set<string>();
  for await (const { agencies } of recordsOf(source, year)) for (const id of agencies.keys()) ids.add(id);
  for await (const batch of figureRows(source, year)) for (const { agencyId } of batch) ids.add(agencyId);
  return inOneTransaction(source.portal, ({ db }) => publicAgencies(db, [...ids]));
}
