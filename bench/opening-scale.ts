import exceljs from 'exceljs';
import { openAnyFile } from '../src/files/open.ts';
import { readDocument } from '../src/reading/document.ts';
import { cell, para, rawDocx, row, run, table } from '../test/docx-raw.ts';
import { frame, type PdfSheet, pdfOf } from '../test/files/pdf-writer.ts';
import { rawOdt } from '../test/odt-raw.ts';

/**
 * How the time of opening and reading a file grows with its rows, paragraphs or pages: each ten times as many as the time
 * before. Ten times the time is linear. Time of this process alone, so that others on the machine do not count.
 */
const cells = (at: number): string[] => [
  String(at + 1),
  `Hoàn thiện cơ sở dữ liệu đất đai của xã thứ ${at}, đạt ${at % 100}% số thửa`,
  'Sở Nông nghiệp và Môi trường; UBND các xã',
  'Quý II/2026',
];
const sentence = (at: number): string =>
  `- Giao Sở Tài chính chủ trì, phối hợp với UBND xã ${at} giải ngân ${at % 100}% vốn kế hoạch trước ngày 31/12/2026.`;
const each = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));
const coded = (text: string): string => text.replace(/[^ -~]/gu, (letter) => `\\u${letter.charCodeAt(0)}?`);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const sheetOf = (number: number): PdfSheet => ({
  texts: [
    ...each(24, (line) => ({ x: 72, y: 80 + 14 * line, text: sentence(100 * number + line), size: 8 })),
    ...each(10, (at) =>
      cells(at).map((text, column) => ({ x: 64 + 100 * column, y: 478 + 20 * at, text, size: 4 })),
    ).flat(),
  ],
  lines: frame(
    [60, 160, 260, 360, 460],
    each(11, (at) => 466 + 20 * at),
  ),
});

const shapes: [name: string, counts: number[], file: (count: number) => Uint8Array | Promise<Uint8Array>][] = [
  [
    'rows.docx',
    [100, 1000, 10_000],
    (count) => rawDocx({ body: table(each(count, (at) => row(cells(at).map((text) => cell(text))))) }),
  ],
  [
    'paragraphs.docx',
    [200, 2000, 20_000],
    (count) => rawDocx({ body: each(count, (at) => para(run(sentence(at)))).join('') }),
  ],
  ['rows.xlsx', [100, 1000, 10_000], workbook],
  [
    'rows.html',
    [100, 1000, 10_000],
    (count) =>
      bytes(
        `<html><body><table>${each(count, (at) => `<tr><td>${cells(at).join('</td><td>')}</td></tr>`).join('')}</table></body></html>`,
      ),
  ],
  [
    'paragraphs.html',
    [200, 2000, 20_000],
    (count) => bytes(`<html><body>${each(count, (at) => `<p>${sentence(at)}</p>`).join('')}</body></html>`),
  ],
  [
    'paragraphs.rtf',
    [200, 2000, 20_000],
    (count) => bytes(`{\\rtf1\\ansi ${each(count, (at) => `${coded(sentence(at))}\\par\n`).join('')}}`),
  ],
  [
    'rows.rtf',
    [100, 1000, 10_000],
    (count) =>
      bytes(
        `{\\rtf1\\ansi ${each(count, (at) => `\\trowd\\cellx2000\\cellx6000\\cellx8000\\cellx9000\\intbl ${cells(at).map(coded).join('\\cell ')}\\cell\\row\n`).join('')}}`,
      ),
  ],
  [
    'paragraphs.odt',
    [200, 2000, 20_000],
    (count) => rawOdt(each(count, (at) => `<text:p>${sentence(at)}</text:p>`).join('')),
  ],
  [
    'rows.odt',
    [100, 1000, 10_000],
    (count) =>
      rawOdt(
        `<table:table>${each(
          count,
          (at) =>
            `<table:table-row>${cells(at)
              .map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`)
              .join('')}</table:table-row>`,
        ).join('')}</table:table>`,
      ),
  ],
  ['pages.pdf', [5, 50, 500], (count) => pdfOf(each(count, sheetOf))],
];

async function workbook(rows: number): Promise<Uint8Array> {
  const made = new exceljs.Workbook();
  const sheet = made.addWorksheet('Phụ lục 1');
  for (let at = 0; at < rows; at++) sheet.addRow(cells(at));
  return new Uint8Array(await made.xlsx.writeBuffer());
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const only = process.argv[2];
for (const [name, counts, file] of shapes.filter(([shape]) => only === undefined || shape.includes(only))) {
  process.stdout.write(`${name}\n`);
  let before: number | undefined;
  for (const count of counts) {
    const whole = await file(count);
    const took = await seconds(async () => readDocument(await openAnyFile(whole, name)));
    const times = before === undefined ? '' : `x ${(took / before).toFixed(1)}`;
    process.stdout.write(
      `  ${String(count).padStart(6)}  ${(whole.length / 1e6).toFixed(2).padStart(6)} MB  ${took.toFixed(2).padStart(7)} s  ${times}\n`,
    );
    before = took;
  }
}
