import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Annotation } from '../src/reading/annotation.ts';
import { parseNumber } from '../src/values/number.ts';

/**
 * The plainest way that somebody has who does not read documents with this program: take the text out with a package
 * made for it and search it for numbers with a unit.
 */
const numbers =
  /(?<![\d/.,-])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(?:%|‰|tỷ|triệu|nghìn|USD|ha\b|km|kWh|MW|doanh nghiệp|hợp tác xã|HTX|xã|huyện|hộ|người|lao động|giường|bác sĩ|lượt|sản phẩm|trường|điểm)/giu;

export type PlainWay = { ms: number; matches: number; found: number };

/** Median time, the number of matches, and how many targets of the annotation have their number among them. */
export async function plainWay(
  textOf: () => Promise<string>,
  gold: Annotation | undefined,
  runs = 3,
): Promise<PlainWay> {
  const times: number[] = [];
  let values: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const text = await textOf();
    values = [...text.matchAll(numbers)].map((match) => parseNumber(match[1] ?? '') ?? Number.NaN);
    times.push(performance.now() - start);
  }
  const rest = [...values];
  const found = (gold?.targets ?? []).filter(({ value }) => {
    const at = value === null || value === undefined ? -1 : rest.indexOf(value);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
  return {
    ms: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
    matches: values.length,
    found: found.length,
  };
}

export async function plainText(bytes: Uint8Array, name: string): Promise<string> {
  if (name.endsWith('.docx')) return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  if (name.endsWith('.pdf')) return pdfText(bytes);
  return new TextDecoder().decode(bytes);
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const file = await task.promise;
  const parts: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) parts.push(item.str, item.hasEOL ? '\n' : '');
  }
  await task.destroy();
  return parts.join('');
}
