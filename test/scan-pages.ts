import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** Pages as a scanner delivers them, drawn by the test itself: text at places in points, ruling lines, perhaps askew. */
export type DrawnText = { x: number; y: number; text: string; size?: number; bold?: boolean };
export type DrawnPage = {
  texts: readonly DrawnText[];
  lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** Degrees to the right. */
  askew?: number;
  /** Share of dots that are darkened or lightened. */
  noise?: number;
  width?: number;
  height?: number;
};

/** Debian's fonts-liberation2; no face among the packages has Vietnamese letters that recognition reads well. */
const face = 'Liberation Sans';

export const canDraw = GlobalFonts.has(face);

export function drawn(page: DrawnPage, dpi = 200): Canvas {
  const { width = 595, height = 842, askew = 0 } = page;
  const scale = dpi / 72;
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((askew * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  context.scale(scale, scale);
  context.fillStyle = '#000';
  for (const { x, y, text, size = 13, bold } of page.texts) {
    context.font = `${bold ? 'bold ' : ''}${size}px '${face}'`;
    context.fillText(text, x, y);
  }
  context.lineWidth = 0.75;
  for (const [x1, y1, x2, y2] of page.lines ?? []) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  if (page.noise) speckle(canvas, page.noise);
  return canvas;
}

/** A page as the scanner delivers it where it was laid in on its side or upside down: turned to the right. */
export function laidIn(canvas: Canvas, degrees: 90 | 180 | 270): Canvas {
  const isLying = degrees !== 180;
  const other = createCanvas(isLying ? canvas.height : canvas.width, isLying ? canvas.width : canvas.height);
  const context = other.getContext('2d');
  context.translate(other.width / 2, other.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return other;
}

/** The same specks on every run. */
function speckle(canvas: Canvas, share: number): void {
  const context = canvas.getContext('2d');
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  let seed = 1;
  for (let at = 0; at < picture.data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    if (seed / 2147483648 >= share) continue;
    const tone = (seed >> 8) % 256;
    picture.data.set([tone, tone, tone], at);
  }
  context.putImageData(picture, 0, 0);
}

type SheetOfPdf = {
  jpeg: Uint8Array;
  width: number;
  height: number;
  dotsWide: number;
  dotsHigh: number;
  text?: string;
  /** Degrees to the right. */
  askew?: number;
  isGrey?: boolean;
  /** Lines that a scanner's own recognition put behind the picture, unseen. */
  behind?: readonly string[];
};

/** A PDF whose pages are pictures, perhaps with a line of text of their own at the foot (Latin letters). */
export function picturePdf(sheets: readonly SheetOfPdf[]): Uint8Array {
  const objects: Buffer[] = [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.alloc(0)];
  objects.push(Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>'));
  const kids: string[] = [];
  for (const { jpeg, width, height, dotsWide, dotsHigh, text, askew = 0, isGrey, behind = [] } of sheets) {
    const head = `<< /Type /XObject /Subtype /Image /Width ${dotsWide} /Height ${dotsHigh} /ColorSpace /${isGrey ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`;
    objects.push(Buffer.concat([Buffer.from(head), jpeg, Buffer.from('\nendstream')]));
    const written = text ? `BT /F1 12 Tf 1 0 0 1 72 40 Tm (${text}) Tj ET` : '';
    const unseen = behind.map((line, at) => `BT 3 Tr /F1 12 Tf 1 0 0 1 72 ${height - 80 - 20 * at} Tm (${line}) Tj ET`);
    const content = `q ${placed(width, height, askew)} cm /P Do Q ${unseen.join(' ')} ${written}`;
    objects.push(Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`));
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${objects.length} 0 R ` +
          `/Resources << /XObject << /P ${objects.length - 1} 0 R >> /Font << /F1 3 0 R >> >> >>`,
      ),
    );
  }
  objects[1] = Buffer.from(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  return written(objects);
}

/** The whole page, turned about its middle. */
function placed(width: number, height: number, degrees: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [left, bottom] = [width - (width * cos + height * sin), height - (height * cos - width * sin)];
  return [width * cos, -width * sin, height * sin, height * cos, left / 2, bottom / 2]
    .map((one) => one.toFixed(4))
    .join(' ');
}

function written(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(size);
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  }
  const start = size;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** Grey dots unpacked, at 200 dpi: the plainest TIFF there is. */
export function tiffOf(pages: readonly Canvas[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('II*\0'), Buffer.alloc(4)];
  let size = 8;
  let link = 4;
  const links: [number, number][] = [];
  for (const page of pages) {
    const { width, height } = page;
    const colours = page.getContext('2d').getImageData(0, 0, width, height).data;
    const dots = Buffer.from(Uint8Array.from({ length: width * height }, (_, at) => colours[4 * at] ?? 255));
    const [dotsAt, ratioAt] = [size, size + dots.length + (dots.length % 2)];
    const entries: [tag: number, type: number, count: number, value: number][] = [
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, 1],
      [273, 4, 1, dotsAt],
      [277, 3, 1, 1],
      [278, 4, 1, height],
      [279, 4, 1, dots.length],
      [282, 5, 1, ratioAt],
      [283, 5, 1, ratioAt],
      [296, 3, 1, 2],
    ];
    const directory = Buffer.alloc(8 + 2 + 12 * entries.length + 4);
    directory.writeUInt32LE(200, 0);
    directory.writeUInt32LE(1, 4);
    directory.writeUInt16LE(entries.length, 8);
    for (const [at, [tag, type, count, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 10 + 12 * at);
      directory.writeUInt16LE(type, 12 + 12 * at);
      directory.writeUInt32LE(count, 14 + 12 * at);
      directory.writeUInt32LE(value, 18 + 12 * at);
    }
    links.push([link, ratioAt + 8]);
    link = ratioAt + 8 + 2 + 12 * entries.length;
    parts.push(dots, Buffer.alloc(dots.length % 2), directory);
    size = ratioAt + directory.length;
  }
  const file = Buffer.concat(parts);
  for (const [from, to] of links) file.writeUInt32LE(to, from);
  return new Uint8Array(file);
}
