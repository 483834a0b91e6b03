import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFile, readableExtensions } from '../../src/files/open.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { compoundFile } from '../bad-files.ts';
import { abstractList, cell, level, list, numbered, para, rawDocx, row, run, table, zipOf } from '../docx-raw.ts';

const sample = rawDocx({
  body:
    numbered('Mục tiêu', 1) +
    table([row([cell('a', '<w:gridSpan w:val="2"/>'), cell('b', '<w:vMerge w:val="restart"/>')]), row([cell('c')])]) +
    para(run('đạt 85%', '<w:b/>')),
  numbering: abstractList(0, [level(0, 'upperRoman', '%1.')]) + list(1, 0),
  styles: '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:rPr><w:b/></w:rPr></w:style>',
});
const compound = compoundFile(['WordDocument', 'Data']);

/** Opens, or refuses with a reason: anything else is a defect. */
function opensOrRefuses(bytes: Uint8Array, name: string): void {
  try {
    const source = openFile(bytes, name);
    for (const block of source.blocks) expect(block.span.end).toBeLessThanOrEqual(source.text.length);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const extension = fc.constantFrom(...readableExtensions);
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });

function changed(bytes: Uint8Array, edits: readonly [number, number][]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [at, byte] of edits) copy[at % copy.length] = byte;
  return copy;
}

it('any bytes under any name open or are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), extension, (bytes, ext) => opensOrRefuses(bytes, `a.${ext}`)),
    {
      numRuns: 500,
    },
  );
});

it('a Word file with any bytes changed opens or is refused', () => {
  fc.assert(
    fc.property(changes, (edits) => opensOrRefuses(changed(sample, edits), 'a.docx')),
    { numRuns: 1500 },
  );
});

it('a Word file cut anywhere opens or is refused', () => {
  fc.assert(
    fc.property(fc.nat(sample.length), (end) => opensOrRefuses(sample.subarray(0, end), 'a.docx')),
    { numRuns: 200 },
  );
});

it('a compound file with any bytes changed opens or is refused', () => {
  fc.assert(
    fc.property(changes, (edits) => opensOrRefuses(changed(compound, edits), 'a.docx')),
    { numRuns: 500 },
  );
});

const names = [
  'p',
  'r',
  't',
  'tbl',
  'tr',
  'tc',
  'tcPr',
  'pPr',
  'rPr',
  'numPr',
  'sdt',
  'fldChar',
  'br',
  'sym',
  'vMerge',
  'gridSpan',
  'sectPr',
  'pict',
  'txbxContent',
  'del',
  'ins',
];
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name: fc.constantFrom(...names),
      value: fc.oneof(
        fc.constantFrom('0', '1', '-5', '99999999999', 'restart', 'page', 'begin', 'end', ''),
        fc.string(),
      ),
      children: fc.array(fc.oneof({ maxDepth: 5 }, fc.constant('<w:p/>'), tie('element')), { maxLength: 4 }),
      text: fc.string(),
    })
    .map(({ name, value, children, text }) => {
      const safe = (raw: string): string => raw.replace(/[<&"]/g, '');
      return `<w:${name} w:val="${safe(value)}" w:type="${safe(value)}" w:fldCharType="${safe(value)}" w:char="${safe(value)}">${safe(text)}${children.join('')}</w:${name}>`;
    }),
}));

it('any elements of Word in any order open or are refused', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
      const body = elements.join('');
      opensOrRefuses(rawDocx({ body, styles: body, numbering: body }), 'a.docx');
    }),
    { numRuns: 400 },
  );
});

it('any names of parts open or are refused', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 4 }), (parts) =>
      opensOrRefuses(zipOf({ ...parts, 'word/document.xml': '<a/>' }), 'a.docx'),
    ),
    { numRuns: 200 },
  );
});
