import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Sample } from './form.ts';
import { centred, MILLIMETRE } from './word-style.ts';

const WIDTH = 165 * MILLIMETRE;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** A rule below a text: a paragraph's lower border, shortened by indents (share of the width that stays). */
export const rule = (share = 0.3, width = WIDTH): Paragraph =>
  new Paragraph({
    spacing: { before: 50, after: 100, line: 120 },
    indent: { left: Math.round((width * (1 - share)) / 2), right: Math.round((width * (1 - share)) / 2) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });

function twoColumns(left: number, rows: [Paragraph[], Paragraph[]][]): Table {
  const widths = [Math.round(WIDTH * left), Math.round(WIDTH * (1 - left))];
  return new Table({
    width: { size: Math.round(WIDTH), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: noBorders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                borders: noBorders,
                width: { size: widths[at] as number, type: WidthType.DXA },
                children,
              }),
          ),
        }),
    ),
  });
}

export function frameHead(sample: Sample): (Table | Paragraph)[] {
  const { head, form } = sample;
  const issuer = head.issuer.split('//').map((line) => line.trim());
  if (form === 'party') {
    const left = [
      ...(head.parent === undefined ? [] : [centred(head.parent, { size: 28 })]),
      ...issuer.map((line) => centred(line, { bold: true, size: 28 })),
      centred('*', { bold: true, size: 28 }),
      centred(head.number, { size: 28 }),
    ];
    const right = [
      centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, size: 30 }),
      rule(0.86, WIDTH * 0.55),
      centred(head.placeAndDate, { italics: true, size: 28 }),
    ];
    return [twoColumns(0.45, [[left, right]])];
  }
  const top: [Paragraph[], Paragraph[]] = [
    [
      ...(head.parent === undefined ? [] : [centred(head.parent, { size: 26 })]),
      ...issuer.map((line) => centred(line, { bold: true, size: 26 })),
      rule(0.4, WIDTH * 0.38),
    ],
    [
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 26 }),
      centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 28 }),
      rule(0.6, WIDTH * 0.62),
    ],
  ];
  const below: [Paragraph[], Paragraph[]] = [
    [centred(head.number, { size: 26 })],
    [centred(head.placeAndDate, { italics: true, size: 28 })],
  ];
  return [twoColumns(0.38, [top, below])];
}

export function frameTitle(sample: Sample): Paragraph[] {
  const party = sample.form === 'party';
  const lines = sample.title.subject.split('//').map((line) => line.trim());
  return [
    centred(sample.title.kind, { bold: true, size: party ? 32 : 28 }, { before: 240 }),
    ...lines.map((line) => centred(line, { bold: true, size: 28 })),
    ...(party ? [centred('-----', { size: 28 }, { after: 120 })] : [rule(0.35)]),
  ];
}

export function frameSign(sample: Sample): (Table | Paragraph)[] {
  const { sign, form } = sample;
  const party = form === 'party';
  const small = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      spacing: { before: 0, after: 0 },
      children: [new TextRun({ text: text.trim(), size: party ? 24 : 22 })],
    });
  const label = party
    ? new TextRun({ text: 'Nơi nhận:', underline: {}, size: 28 })
    : new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: 24 });
  const left = [new Paragraph({ spacing: { before: 0, after: 0 }, children: [label] }), ...sign.recipients.map(small)];
  const right = [
    ...sign.lines.map((line, at) => centred(line, { bold: !party || at === 0, size: 28 })),
    ...(sign.signed ? ['', '(Đã ký)', ''] : ['', '', '', '']).map((line) => centred(line, { italics: true, size: 26 })),
    centred(sign.name, { bold: true, size: 28 }),
  ];
  return [new Paragraph({ keepNext: true, spacing: { before: 0, after: 120 } }), twoColumns(0.5, [[left, right]])];
}
