import { z } from 'zod';
import { FigureBatch, StoredBatch } from '../registry/figure-batch.ts';
import { FigureImport, FigureMapping, ImportChoices, ListPreview, SavedMapping } from '../registry/figure-import.ts';
import { languages } from '../values/format.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.uuid() });

/** Fields of a form before its field "file", each JSON. */
export const PreviewFields = z.object({
  mapping: FigureMapping.nullable(),
  sheet: z.string().max(100).nullable(),
});
export const ImportFields = z.object({ mapping: FigureMapping, choices: ImportChoices });

export const previewFigures = endpoint({
  method: 'POST',
  path: '/api/figure-imports/preview',
  access: 'importFigures',
  costly: true,
  takes: 'file',
  summary:
    'What the first rows of a .csv or .xlsx become (multipart: "order" = {mapping, sheet} as JSON, then "file"); without a mapping one is guessed',
  response: ListPreview,
});

/** Answers 201 with the import that is over, 202 with one that still runs. */
export const startFigureImport = endpoint({
  method: 'POST',
  path: '/api/figure-imports',
  access: 'importFigures',
  costly: true,
  takes: 'file',
  summary: 'Store the figures of a .csv or .xlsx (multipart: "order" = {mapping, choices} as JSON, then "file")',
  response: FigureImport,
});

/** So long a batch of all figures is at most. */
const batchBytes = 16 * 1024 * 1024;

export const sendFigures = endpoint({
  method: 'POST',
  path: '/api/figure-batches',
  access: 'importFigures',
  summary:
    'Store up to 10,000 figures whole, or none of them: refused with a fault for each that is wrong (`faults`). With an Idempotency-Key the same request may be sent again and gets the first answer',
  headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }),
  body: FigureBatch,
  bodyBytes: batchBytes,
  response: StoredBatch,
  example: {
    body: { figures: [{ agency: '000.00.04.H61', indicator: 'T0801', period: '2026-M01', value: 120.5 }] },
  },
});

export const listFigureImports = endpoint({
  method: 'GET',
  path: '/api/figure-imports',
  access: 'importFigures',
  summary: 'Imports of figures, latest first',
  query: z.object({
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.object({ total: z.int(), imports: z.array(FigureImport) }),
});

export const getFigureImport = endpoint({
  method: 'GET',
  path: '/api/figure-imports/:id',
  access: 'importFigures',
  summary: 'How far an import is, or how it ended',
  params: Id,
  response: FigureImport,
});

export const cancelFigureImport = endpoint({
  method: 'DELETE',
  path: '/api/figure-imports/:id',
  access: 'importFigures',
  summary: 'Cancel an import that runs: nothing of it is stored',
  params: Id,
  response: FigureImport,
});

export const getRefusedRows = endpoint({
  method: 'GET',
  path: '/api/figure-imports/:id/refused-rows',
  access: 'importFigures',
  costly: true,
  summary: 'The rows that were not taken as a file, each with its reason',
  params: Id,
  query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx'), language: z.enum(languages).default('vi') }),
});

export const listMappings = endpoint({
  method: 'GET',
  path: '/api/import-mappings',
  access: 'importFigures',
  summary: 'Mappings of files that are kept under a name',
  response: z.object({ mappings: z.array(SavedMapping) }),
});

export const saveMapping = endpoint({
  method: 'POST',
  path: '/api/import-mappings',
  access: 'importFigures',
  summary: 'Keep a mapping under a name; version 0 makes a new one',
  body: SavedMapping.pick({ name: true, mapping: true, version: true }),
  response: SavedMapping,
});

export const removeMapping = endpoint({
  method: 'DELETE',
  path: '/api/import-mappings/:name',
  access: 'importFigures',
  summary: 'Keep a mapping no longer',
  params: z.object({ name: z.string().min(1).max(100) }),
  query: z.object({ version: z.coerce.number().int() }),
  response: z.object({}),
});
