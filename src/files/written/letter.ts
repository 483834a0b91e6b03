import type * as Docx from 'docx';
import type { LetterTable, OfficialLetter } from '../../values/official-letter.ts';

/** NĐ 30/2020/NĐ-CP, Phụ lục I, mục I and II: A4, margins 20/20/30/15 mm, Times New Roman, page number on top but not on the first page. */
const margin = { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567 };
const paper = { width: 11906, height: 16838 };
const font = 'Times New Roman';
/** Sizes are told in half points. */
const size = { motto: 26, body: 28, small: 24, recipients: 22, table: 24 };

/** The letter as .docx: letterhead, body and signature upright, the appendix on pages of its own across. */
export async function writeLetter(letter: OfficialLetter): Promise<Buffer> {
  // Takes long to load, and few need it.
  const docx = await import('docx');
  const page = (landscape: boolean) => ({
    titlePage: true,
    page: {
      size: { ...paper, orientation: docx.PageOrientation[landscape ? 'LANDSCAPE' : 'PORTRAIT'] },
      margin,
      pageNumbers: { start: 1 },
    },
  });
  const number = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], font, size: size.motto })],
  });
  const headers = { default: new docx.Header({ children: [number] }), first: new docx.Header({ children: [] }) };
  const file = new docx.Document({
    styles: { default: { document: { run: { font, size: size.body } } } },
    sections: [
      { properties: page(false), headers, children: bodyOf(docx, letter) },
      { properties: page(true), headers, children: appendixOf(docx, letter) },
    ],
  });
  return docx.Packer.toBuffer(file);
}

type Look = { bold?: boolean; italics?: boolean; size?: number };
type Kit = typeof Docx;

const line = (docx: Kit, text: string, look: Look = {}, options: Docx.IParagraphOptions = {}): Docx.Paragraph =>
  new docx.Paragraph({ ...options, children: [new docx.TextRun({ text, font, size: size.body, ...look })] });

const centred = (docx: Kit, text: string, look: Look = {}, spacing: { before?: number; after?: number } = {}) =>
  line(docx, text, look, { alignment: docx.AlignmentType.CENTER, spacing });

/** The rule under a line of the letterhead, as wide as the form wants it: an empty line whose bottom is drawn. */
const rule = (docx: Kit, indent: number): Docx.Paragraph =>
  new docx.Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, lineRule: docx.LineRuleType.EXACT, after: 100 },
    border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });

/** Two columns without lines: the letterhead and the end. */
function sideBySide(docx: Kit, left: Docx.Paragraph[], right: Docx.Paragraph[], share: number): Docx.Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const width = paper.width - margin.left - margin.right;
  const widths = [Math.round((width * share) / 100), width - Math.round((width * share) / 100)];
  return new docx.Table({
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) =>
            new docx.TableCell({
              children,
              width: { size: widths[at] ?? 0, type: docx.WidthType.DXA },
              borders: { top: none, bottom: none, left: none, right: none },
            }),
        ),
      }),
    ],
  });
}

function bodyOf(docx: Kit, letter: OfficialLetter): (Docx.Paragraph | Docx.Table)[] {
  const [year = '', month = ''] = letter.date.split('-');
  // Months 1 and 2 have a zero before them, the others none; the day is written when it is signed.
  const monthWords = Number(month) < 3 ? month : String(Number(month));
  const left = [
    ...(letter.parent ? [centred(docx, letter.parent.toLocaleUpperCase('vi'), { size: size.motto })] : []),
    centred(docx, letter.issuer.toLocaleUpperCase('vi'), { bold: true, size: size.motto }),
    rule(docx, 1100),
    centred(docx, `Số:         ${letter.symbol}`, { size: size.motto }),
    centred(docx, letter.about, { size: size.small }, { before: 120 }),
  ];
  const right = [
    centred(docx, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: size.small }),
    centred(docx, 'Độc lập - Tự do - Hạnh phúc', { bold: true, size: size.motto }),
    rule(docx, 1000),
    centred(docx, `${letter.place}, ngày      tháng ${monthWords} năm ${year}`, { italics: true, size: size.motto }),
  ];
  const justified = (text: string) =>
    line(
      docx,
      text,
      {},
      { alignment: docx.AlignmentType.JUSTIFIED, indent: { firstLine: 567 }, spacing: { after: 120, line: 300 } },
    );
  const [only, ...others] = letter.to;
  const to =
    others.length === 0
      ? [centred(docx, `Kính gửi: ${only ?? ''}`, {}, { before: 360, after: 240 })]
      : [centred(docx, 'Kính gửi:', {}, { before: 360 }), ...listed(letter.to).map((text) => centred(docx, text))];
  const body = letter.body.map((text, at) => justified(at === letter.body.length - 1 ? `${text}./.` : text));
  return [sideBySide(docx, left, right, 42), ...to, ...body, line(docx, ''), endOf(docx, letter)];
}

const listed = (all: readonly string[]): string[] =>
  all.map((text, at) => `- ${text}${at === all.length - 1 ? '.' : ';'}`);

function endOf(docx: Kit, { recipients, signing }: OfficialLetter): Docx.Table {
  const left = [
    line(docx, 'Nơi nhận:', { bold: true, italics: true, size: size.small }),
    ...listed(recipients).map((text) => line(docx, text, { size: size.recipients })),
  ];
  // Room for signature and seal.
  const right = [
    ...signing.map((text) => centred(docx, text, { bold: true })),
    ...Array.from({ length: 4 }, () => line(docx, '')),
  ];
  return sideBySide(docx, left, right, 50);
}

function appendixOf(docx: Kit, { appendix, issuer, symbol, date }: OfficialLetter): (Docx.Paragraph | Docx.Table)[] {
  const [year = ''] = date.split('-');
  return [
    centred(docx, 'Phụ lục', { bold: true }),
    centred(docx, appendix.title.toLocaleUpperCase('vi'), { bold: true }),
    centred(
      docx,
      `(Kèm theo Công văn số      ${symbol} ngày      tháng      năm ${year} của ${issuer})`,
      { italics: true },
      { after: 200 },
    ),
    tableOf(docx, appendix),
  ];
}

function tableOf(docx: Kit, { columns, rows }: LetterTable): Docx.Table {
  const width = paper.height - margin.left - margin.right;
  const widths = columns.map(({ percent }) => Math.round((width * percent) / 100));
  const cell = (text: string, at: number, bold: boolean) =>
    new docx.TableCell({
      width: { size: widths[at] ?? 0, type: docx.WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      verticalAlign: docx.VerticalAlignTable.CENTER,
      children: [
        line(
          docx,
          text,
          { bold, size: size.table },
          {
            alignment: bold || columns[at]?.centred ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
          },
        ),
      ],
    });
  const row = (texts: readonly string[], head: boolean) =>
    new docx.TableRow({ tableHeader: head, cantSplit: true, children: texts.map((text, at) => cell(text, at, head)) });
  return new docx.Table({
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ header }) => header),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}
