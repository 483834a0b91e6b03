/**
 * A PDF written by hand: text and lines at given places, in one of the fonts every reader knows. These have no Vietnamese
 * letters, so they are shown without marks; what they are stands in the file beside the font, as in real ones.
 */
export type PdfText = {
  x: number;
  y: number;
  text: string;
  size?: number;
  bold?: boolean;
  /** Number of one of the fonts given besides, from 0: its codes are those of the text's letters. */
  font?: number;
  /** PDF operators that say how it is drawn: "1 g" for white, "3 Tr" for not at all. */
  ink?: string;
};
export type PdfLine = [x1: number, y1: number, x2: number, y2: number];
/** A picture over a box of the page; `dictionary` says how its bytes are packed. */
export type PdfPicture = {
  box: [x: number, y: number, width: number, height: number];
  dictionary: string;
  bytes: Uint8Array;
};
export type PdfSheet = {
  texts: PdfText[];
  lines?: PdfLine[];
  pictures?: PdfPicture[];
  rotate?: number;
  width?: number;
  height?: number;
  more?: string;
};

/** Places are counted from the page's upper left corner, texts by their base line. */
export function pdfOf(sheets: readonly PdfSheet[], trailer = '', fonts: readonly string[] = []): Uint8Array {
  const codes = codesOf(sheets);
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', font('Times-Roman', codes), font('Times-Bold', codes)];
  objects.push(stream('', mapOf(codes)), ...fonts.map(plainFont));
  const own = fonts.map((_, at) => ` /F${at + 3} ${at + 6} 0 R`).join('');
  const kids: string[] = [];
  for (const sheet of sheets) {
    const { width = 595, height = 842, rotate = 0 } = sheet;
    const content = contentOf(sheet, height, codes);
    objects.push(stream('', content));
    const contents = objects.length;
    const pictures = sheet.pictures ?? [];
    objects.push(...pictures.map(pictureObject));
    const named = pictures.map((_, at) => `/P${at} ${contents + 1 + at} 0 R`).join(' ');
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${contents} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R${own} >> /XObject << ${named} >> >> >>`,
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  return written(objects, trailer);
}

const stream = (dictionary: string, bytes: string): string =>
  `<< ${dictionary} /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`;

/** Letters beyond ASCII and the codes by which the file writes them. */
type Codes = Map<string, number>;

function codesOf(sheets: readonly PdfSheet[]): Codes {
  const letters = new Set(
    sheets.flatMap(({ texts }) => texts.flatMap(({ text, font }) => (font === undefined ? [...text] : []))),
  );
  const beyond = [...letters].filter((letter) => letter > '~');
  if (beyond.length > 128) throw new Error('one font has no more than 128 codes beyond ASCII');
  return new Map(beyond.map((letter, at) => [letter, 128 + at]));
}

const glyphOf = (letter: string): string =>
  /^[A-Za-z]/.exec(letter.normalize('NFD').replace('đ', 'd').replace('Đ', 'D'))?.[0] ?? 'hyphen';

const font = (name: string, codes: Codes): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /ToUnicode 5 0 R /Encoding << /BaseEncoding /WinAnsiEncoding ` +
  `/Differences [128 ${[...codes.keys()].map((letter) => `/${glyphOf(letter)}`).join(' ')}] >> >>`;

const plainFont = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

const hex = (value: number, digits: number): string => `<${value.toString(16).padStart(digits, '0')}>`;

/** Only the letters beyond ASCII: of the others the encoding says enough. */
const mapOf = (codes: Codes): string =>
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n' +
  [...codes]
    .map(([letter, code]) => `1 beginbfchar ${hex(code, 2)} ${hex(letter.charCodeAt(0), 4)} endbfchar\n`)
    .join('') +
  'endcmap end end';

const pictureObject = ({ dictionary, bytes }: PdfPicture): string =>
  stream(`/Type /XObject /Subtype /Image ${dictionary}`, Buffer.from(bytes).toString('latin1'));

function contentOf({ texts, lines = [], pictures = [], more = '' }: PdfSheet, height: number, codes: Codes): string {
  const painted = pictures.map(({ box: [x, y, w, h] }, at) => `q ${w} 0 0 ${h} ${x} ${height - y - h} cm /P${at} Do Q`);
  const strokes = lines.map(([x1, y1, x2, y2]) => `${x1} ${height - y1} m ${x2} ${height - y2} l S`);
  const shown = texts.map(
    ({ x, y, text, size = 12, bold, font: own, ink = '' }) =>
      `q BT ${ink} /F${own === undefined ? (bold ? 2 : 1) : own + 3} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm ` +
      `(${own === undefined ? coded(text, codes) : text}) Tj ET Q`,
  );
  return [...painted, ...strokes, ...shown, more].join('\n');
}

const coded = (text: string, codes: Codes): string =>
  text.replace(/[\\()]/g, '\\$&').replace(/[^ -~]/gu, (letter) => String.fromCharCode(codes.get(letter) ?? 45));

function written(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0));
}

/** The lines of a table with these edges. */
export function frame(xs: readonly number[], ys: readonly number[]): PdfLine[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y): PdfLine => [left, y, right, y]), ...xs.map((x): PdfLine => [x, top, x, bottom])];
}
