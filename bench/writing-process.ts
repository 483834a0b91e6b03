import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Config } from '../src/config.ts';
import { findLibreOffice } from '../src/files/doc/libreoffice.ts';
import { pdfOf } from '../src/files/written/pdf.ts';
import { openInstallation } from '../src/installation.ts';
import { createApp } from '../src/services/app.ts';
import { writeReportDocument } from '../src/services/report-document.ts';

/** One report as .docx in a process of its own, so that its memory is its own: tells how long, how much, and how many pages. */

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

const installation = await openInstallation(Config.parse({ databaseUrl: process.env.DATABASE_URL }));
const app = await createApp({ db: installation.db, maxFileBytes: 1, demo: false });
const before = megabytes();
const from = performance.now();
const file = await writeReportDocument(app, process.argv[2] ?? '', 'docx');
const content = await buffer(Readable.from(file.content));
const seconds = (performance.now() - from) / 1000;
const peak = megabytes();
console.log(JSON.stringify({ seconds, before, peak, size: content.length, pages: await pagesOf(content) }));
await app.close();
await installation.close();

/** As LibreOffice lays them out; null where it is not here. */
async function pagesOf(docx: Buffer): Promise<number | null> {
  if (findLibreOffice() === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tiendo-bench-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, await pdfOf(docx));
    const said = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    return Number(/^Pages:\s+(\d+)/mu.exec(said)?.[1] ?? 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
