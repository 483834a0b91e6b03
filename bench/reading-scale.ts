import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '../src/files/text/text.ts';
import { readDocument } from '../src/reading/document.ts';

/**
 * How the reader's time grows with the text: every text ten times as long as the one before, up to 10 MB. Reading in
 * linear time takes ten times as long each time; a hundred times would be quadratic. Time of this process alone, so that
 * others on the machine do not count.
 */
const samples = join(import.meta.dirname, '../samples');
const document = readdirSync(samples)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(samples, name), 'utf8'))
  .join('\n\n');

const line = 'Tỷ lệ hộ dân nông thôn sử dụng nước sạch đạt 95%, trong đó khu vực ven biển đạt 90%; ';
const bullet =
  '- Các sở, ngành tiếp tục rà soát, tháo gỡ khó khăn cho doanh nghiệp, phấn đấu giải ngân đạt 97% kế hoạch trước ngày 31/12/2026.\n';
const row =
  '| 7 | Hoàn thiện cơ sở dữ liệu đất đai, đạt 100% số thửa | Sở Nông nghiệp và Môi trường; UBND các xã, phường | Quý II/2026 |\n';
const tabRow = '\t7\n\tHoàn thiện cơ sở dữ liệu đất đai\n\tSở Nông nghiệp và Môi trường\n\tQuý II/2026\n\n';
const stackedRow = '7\nHoàn thiện cơ sở dữ liệu đất đai, đạt 100% số thửa\nSở Nông nghiệp và Môi trường\nQuý II/2026\n';
const wrapped = `${bullet.replace(/(.{50,60}) /g, '$1\n')}Số hộ được cấp nước sạch tiếp tục tăng lên.\n`;
const head = 'ỦY BAN NHÂN DÂN\nTỈNH LAM HÀ\nSố: 7/KH-UBND\n\nKẾ HOẠCH\nNăm 2026\n\nII. NHIỆM VỤ, GIẢI PHÁP\n';

const shapes: [string, (size: number) => string][] = [
  ['documents of the samples', (size) => filled(document, size)],
  ['bullets of one section', (size) => head + filled(bullet, size)],
  [
    'one Markdown table',
    (size) => `${head}| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n${filled(row, size)}`,
  ],
  [
    'one table of TAB-led cells',
    (size) => `${head}\tTT\n\tNhiệm vụ\n\tCơ quan chủ trì\n\tThời gian\n\n${filled(tabRow, size)}`,
  ],
  ['lines broken at the width of a page', (size) => head + filled(wrapped, size)],
  [
    'one table with a cell on each line',
    (size) => `${head}TT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n${filled(stackedRow, size)}`,
  ],
  ['one paragraph', (size) => `${head}- ${filled(line, size).replaceAll('\n', ' ')}`],
  ['one decomposed document', (size) => filled(document.normalize('NFD'), size)],
  ['a bracket that never closes', (size) => `${head}(${filled(bullet.slice(2), size)}`],
  ['spaces', (size) => `${head}- Phấn đấu ${' '.repeat(size)} đạt 5%`],
  ['digits', (size) => `${head}- Phấn đấu đạt ${'1.234'.repeat(size / 5)} tỷ đồng`],
  ['capitals', (size) => head + filled('SỞ TÀI CHÍNH TỈNH LAM HÀ\n', size)],
];

function filled(text: string, size: number): string {
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

function seconds(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const start = process.cpuUsage();
  readDocument(openText(bytes, 'txt'));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** A shape is left when one size took this long: what comes after would only be slower. */
const patience = 200;
const sizes = [100_000, 1_000_000, 10_000_000];

const only = process.argv[2];
for (const [name, text] of shapes.filter(([shape]) => only === undefined || shape.includes(only))) {
  let before: number | undefined;
  process.stdout.write(`${name}\n`);
  for (const size of sizes) {
    const took = seconds(text(size));
    process.stdout.write(
      `  ${(size / 1e6).toFixed(1).padStart(4)} MB  ${took.toFixed(2).padStart(7)} s  ${before === undefined ? '' : `x ${(took / before).toFixed(1)}`}\n`,
    );
    before = took;
    if (took > patience) break;
  }
}
