import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { convert, findLibreOffice } from '../../src/files/doc/libreoffice.ts';
import { openText } from '../../src/files/text/text.ts';
import { docxFromBlocks } from '../docx-builder.ts';
import { abstractList, cell, level, list, numbered, para, rawDocx, row, run, table } from '../docx-raw.ts';
import { frame, pdfOf } from '../files/pdf-writer.ts';
import { rawOdt } from '../odt-raw.ts';
import { tcvn3, vni, windows1258 } from '../old-encodings.ts';
import { planText } from '../plan-text.ts';
import { drawn, picturePdf, tiffOf } from '../scan-pages.ts';

/** A file that opens, to be damaged. */
export type Seed = { name: string; bytes: Uint8Array };

const samples = join(import.meta.dirname, '../../samples');
const real = join(import.meta.dirname, '../../../shared/documents/files');

/** Beyond this a damaged copy takes long for its size alone. */
const largest = 250_000;

/** Files of every format that is read, made by the tests' own builders, and small real ones where they are present. */
export async function seeds(): Promise<Seed[]> {
  return [
    ...texts(),
    ...pages(),
    ...rtfs(),
    ...pdfs(),
    ...pictures(),
    ...odts(),
    await workbook(),
    ...(await words()),
    ...realFiles(),
  ];
}

const rows = [
  ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
  ['1', 'Rà soát quy hoạch, đạt 95% số xã', 'Sở Xây dựng; UBND các xã', 'Quý II/2026'],
  ['2', 'Hỗ trợ 120 doanh nghiệp chuyển đổi số', 'Sở Khoa học và Công nghệ', 'Tháng 10/2026'],
];
const plan = `${planText()}\nPhụ lục\n| ${rows.map((one) => one.join(' | ')).join(' |\n| ')} |\n`;

function texts(): Seed[] {
  const utf16 = (swap: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${plan}`, 'utf16le');
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };
  return [
    { name: 'a.txt', bytes: new TextEncoder().encode(plan) },
    { name: 'a.md', bytes: new TextEncoder().encode(`# KẾ HOẠCH\n\n${plan}`) },
    { name: 'decomposed.txt', bytes: new TextEncoder().encode(plan.normalize('NFD')) },
    { name: 'utf16le.txt', bytes: utf16(false) },
    { name: 'utf16be.txt', bytes: utf16(true) },
    { name: 'tcvn3.txt', bytes: tcvn3(plan) },
    { name: 'vni.txt', bytes: vni(plan) },
    { name: 'windows1258.txt', bytes: windows1258(plan) },
    ...['01-nghi-quyet-hdnd-2025.txt', '02-ke-hoach-hanh-dong-2026.txt'].map((name) => fileIn(samples, name)),
  ];
}

function pages(): Seed[] {
  const cells = rows.map((one) => `<tr>${one.map((text) => `<td colspan="1">${text}</td>`).join('')}</tr>`).join('');
  const lines = plan.split('\n').map((line) => `<p style="font-family:.VnTime"><b>${line}</b>&nbsp;</p>`);
  const page = `<html><head><meta charset="utf-8"><style>p{}</style></head><body><div>${lines.join('')}<table>${cells}</table></div></body></html>`;
  const mail = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n--b--\r\n`;
  return [
    { name: 'a.html', bytes: new TextEncoder().encode(page) },
    { name: 'a.mht', bytes: new TextEncoder().encode(mail) },
    { name: 'page.doc', bytes: new TextEncoder().encode(page) },
  ];
}

function rtfs(): Seed[] {
  const coded = (text: string): string =>
    text.replace(/[^ -~]/gu, (letter) => (letter === '\n' ? '\\par\n' : `\\u${letter.charCodeAt(0)}?`));
  const cells = rows.map(
    (one) =>
      `\\trowd\\cellx2000\\cellx6000\\cellx8000\\cellx9000\\intbl ${one.map(coded).join('\\cell ')}\\cell\\row\n`,
  );
  const body = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset163 Times;}{\\f1 .VnTime;}}\\f0 ${coded(plan)}${cells.join('')}{\\footnote note}\\f1 Uû ban\\par}`;
  const bytes = Uint8Array.from(body, (letter) => letter.charCodeAt(0));
  return [
    { name: 'a.rtf', bytes },
    { name: 'rtf.doc', bytes },
  ];
}

function pdfs(): Seed[] {
  const lines = planText().split('\n');
  const texts = lines.map((text, at) => ({ x: 72, y: 80 + 14 * at, text }));
  const xs = [60, 100, 300, 420, 520];
  const tableTexts = rows.flatMap((one, line) =>
    one.map((text, column) => ({ x: (xs[column] ?? 0) + 4, y: 118 + 30 * line, text: text.slice(0, 20) })),
  );
  const sheet = { texts: tableTexts, lines: frame(xs, [100, 130, 160, 190]) };
  return [
    { name: 'a.pdf', bytes: pdfOf([{ texts }, sheet, sheet]) },
    { name: 'turned.pdf', bytes: pdfOf([{ ...sheet, rotate: 90 }, { texts }]) },
    {
      name: 'old.pdf',
      bytes: pdfOf([{ texts: [{ x: 72, y: 90, text: 'Uû ban nh©n d©n', font: 0 }] }], '', ['.VnTime']),
    },
  ];
}

/** So little of a page that recognising it takes no longer than reading the others. */
function pictures(): Seed[] {
  const texts = [
    { x: 12, y: 24, text: 'Tỷ lệ hộ nghèo giảm còn 2,5% vào năm 2026.' },
    { x: 20, y: 52, text: 'Sở Y tế' },
    { x: 152, y: 52, text: 'Quý II/2026' },
  ];
  const [width, height] = [320, 70];
  const canvas = drawn({ texts, lines: frame([12, 144, 300], [36, 60]), width, height }, 110);
  const sheet = { width, height, dotsWide: canvas.width, dotsHigh: canvas.height };
  const jpeg = new Uint8Array(canvas.toBuffer('image/jpeg'));
  return [
    { name: 'a.png', bytes: new Uint8Array(canvas.toBuffer('image/png')) },
    { name: 'a.jpg', bytes: jpeg },
    { name: 'a.tif', bytes: tiffOf([canvas]) },
    { name: 'scan.pdf', bytes: picturePdf([{ ...sheet, jpeg, behind: ['Ty le ho ngheo'] }]) },
  ];
}

function odts(): Seed[] {
  const cells = rows.map(
    (one) =>
      `<table:table-row>${one.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`,
  );
  const paragraphs = planText()
    .split('\n')
    .map((line) => `<text:p text:style-name="P">${line}</text:p>`);
  return [{ name: 'a.odt', bytes: rawOdt(`${paragraphs.join('')}<table:table>${cells.join('')}</table:table>`) }];
}

async function workbook(): Promise<Seed> {
  const made = new exceljs.Workbook();
  const sheet = made.addWorksheet('Phụ lục 1');
  sheet.mergeCells('A1:D1');
  sheet.getCell('A1').value = 'CHỈ TIÊU NĂM 2026';
  for (const one of rows) sheet.addRow(one);
  sheet.addRow([3, 'Tỷ lệ hộ nghèo', 2.5, new Date('2026-12-31')]);
  return { name: 'a.xlsx', bytes: new Uint8Array(await made.xlsx.writeBuffer()) };
}

async function words(): Promise<Seed[]> {
  const numbering = abstractList(0, [level(0, 'upperRoman', '%1.')]) + list(1, 0);
  const cells = rows.map((one) => row(one.map((text) => cell(text, '<w:vMerge/><w:gridSpan w:val="1"/>'))));
  const styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:rPr><w:b/></w:rPr></w:style>';
  const paragraphs = planText()
    .split('\n')
    .map((line) => para(run(line, '<w:b/>')));
  const body = `${paragraphs.join('')}${numbered('Mục tiêu', 1)}${table(cells)}`;
  const plain = rawDocx({ body, numbering, styles });
  const built = await docxFromBlocks(openText(new TextEncoder().encode(plan), 'txt'));
  const office = findLibreOffice();
  const old = office && (await convert({ program: office, bytes: built, from: 'docx', to: 'doc', seconds: 60 }));
  return [
    { name: 'a.docx', bytes: plain },
    { name: 'built.docx', bytes: built },
    { name: 'docx.doc', bytes: built },
    ...(old ? [{ name: 'a.doc', bytes: old }] : []),
  ];
}

function realFiles(): Seed[] {
  if (!existsSync(real)) return [];
  return ['word', 'pdf'].flatMap((folder) =>
    readdirSync(join(real, folder))
      .map((name) => fileIn(join(real, folder), name))
      .filter(({ bytes }) => bytes.length <= largest),
  );
}

const fileIn = (folder: string, name: string): Seed => ({
  name,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
});
