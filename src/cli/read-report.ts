import type { OwnHeader, PastFigure, Reading, Target, Task } from '../values/finding.ts';
import { formatBasis, formatDue, formatPeriod, formatTargetValue } from '../values/format.ts';
import { noteLine } from '../values/note-words.ts';
import { formatDate } from '../values/plain-date.ts';
import { secrecyWords } from '../values/secrecy-words.ts';
import { squeeze } from '../values/vietnamese.ts';

/** A reading as tables for a terminal of `width` columns. */
export function reportReading(text: string, reading: Reading, width: number): string {
  const { document, targets, figures, tasks, notes } = reading;
  const head = [document, ...document.further].flatMap((one, at) => [...(at === 0 ? [] : ['']), ...headLines(one)]);
  return [
    ...head,
    '',
    `CHỈ TIÊU (${targets.length})`,
    ...tableOf(['TT', 'Chỉ tiêu', 'Giá trị', 'Năm', 'Cơ quan'], targets.map(targetRow), width),
    '',
    ...(figures.length === 0
      ? []
      : [
          `SỐ LIỆU CÁC NĂM TRƯỚC (${figures.length})`,
          ...tableOf(['Chỉ tiêu', 'Giá trị', 'Thời gian', 'Cơ sở'], figures.map(figureRow), width),
          '',
        ]),
    `NHIỆM VỤ (${tasks.length})`,
    ...tableOf(
      ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'],
      tasks.map((task) => taskRow(task, text)),
      width,
    ),
    '',
    `LƯU Ý (${notes.length})`,
    ...notes.map((note) => `  ${note.findingId ?? ''}`.padEnd(7) + noteLine(note, 'vi')),
    '',
  ].join('\n');
}

const headLines = (document: OwnHeader): string[] =>
  [
    ['Độ mật', document.secrecy && secrecyWords.vi[document.secrecy]],
    ['Số', document.number],
    ['Cơ quan', document.issuer],
    ['Ngày', document.issuedOn && formatDate(document.issuedOn)],
    ['Về', document.title],
    [
      'Thời kỳ',
      document.period &&
        (document.period.from === document.period.to
          ? String(document.period.from)
          : `${document.period.from}-${document.period.to}`),
    ],
    ['Ký', document.signer && [document.signer.title, document.signer.name].filter(Boolean).join(' ')],
    ['Viện dẫn', document.references.map((reference) => reference.number).join(', ')],
  ].map(([label, value]) => `${(label ?? '').padEnd(9)} ${value || '-'}`);

const targetRow = (target: Target): string[] => [
  target.ordinal ?? '',
  `${target.parentId ? '- ' : ''}${target.name}${target.variant ? ` (${target.variant})` : ''}`,
  `${target.change === 'increase' ? '+' : target.change === 'decrease' ? '−' : ''}${formatTargetValue(target)}`,
  target.year === null ? '' : String(target.year),
  target.agencies.join('; '),
];

const figureRow = (figure: PastFigure): string[] => [
  `${figure.name}${figure.variant ? ` (${figure.variant})` : ''}`,
  `${figure.change === 'increase' ? '+' : figure.change === 'decrease' ? '−' : ''}${formatTargetValue(figure)}`,
  formatPeriod(figure.period),
  formatBasis(figure.basis),
];

const taskRow = (task: Task, text: string): string[] => [
  task.ordinal ?? '',
  squeeze(text.slice(task.span.start, task.span.end)),
  task.lead.join('; '),
  task.time.kind === 'none' ? '' : formatDue(task.time),
];

/** Columns share the width by what they need; the widest gives way first. Long cells run over several lines. */
function tableOf(titles: string[], rows: string[][], width: number): string[] {
  const widths = titles.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const spare = (): number => width - widths.reduce((sum, one) => sum + one + 2, 0);
  while (spare() < 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 8) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const rule = widths.map((one) => '─'.repeat(one)).join('  ');
  return [...cellLines(titles, widths), rule, ...rows.flatMap((row) => cellLines(row, widths))];
}

function cellLines(row: string[], widths: number[]): string[] {
  const cells = widths.map((width, at) => wrap(row[at] ?? '', width));
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => (cell[line] ?? '').padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return line === '' ? lines : [...lines, line];
}
