import { z } from 'zod';

/**
 * Everything of an installation in one file: a tar of rows as JSON, one line for each, compressed with gzip, and sealed with age where
 * it is a backup. docs/OPERATION.md describes it for whoever reads it with another program.
 */
export const archiveFormat = 'tiendo-archive-1';

export const ArchivedTable = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  /** The columns that its rows are ordered by; without any they are ordered by their own text. */
  key: z.array(z.string()),
});
export type ArchivedTable = z.infer<typeof ArchivedTable>;

/** The first entry. */
export const Manifest = z.object({
  format: z.literal(archiveFormat),
  madeAt: z.iso.datetime(),
  /** The last migration of the database it was made of. */
  migration: z.int().min(1),
  postgres: z.int(),
  tables: z.array(ArchivedTable),
});
export type Manifest = z.infer<typeof Manifest>;

export const TableSum = z.object({ rows: z.int(), sha256: z.string() });
export type TableSum = z.infer<typeof TableSum>;

/** The last entry: without it the file is not whole. */
export const Sums = z.object({
  tables: z.record(z.string(), TableSum),
  /** How many attachments came before it. */
  files: z.int().default(0),
  /** Attachments that are named and were damaged or gone already, by their hashes. */
  damaged: z.array(z.string()).default([]),
  /** The last number that each sequence gave. */
  sequences: z.record(z.string(), z.int()),
});
export type Sums = z.infer<typeof Sums>;

export const entryNames = {
  manifest: 'manifest.json',
  secretKey: 'secret.key',
  jobs: 'jobs.ndjson',
  sums: 'sums.json',
} as const;

export const partName = (table: string, nth: number): string =>
  `tables/${table}/${String(nth).padStart(6, '0')}.ndjson`;

/** An attachment as it was sent, under its SHA-256. */
export const fileEntryName = (hash: string): string => `files/${hash}`;

/** Undefined where it is no attachment. */
export const hashOfFileEntry = (entry: string): string | undefined => /^files\/([0-9a-f]{64})$/.exec(entry)?.[1];

/** Undefined where it is no part of a table. */
export const tableOfPart = (entry: string): string | undefined =>
  /^tables\/([a-z0-9_]+)\/\d+\.ndjson$/.exec(entry)?.[1];
