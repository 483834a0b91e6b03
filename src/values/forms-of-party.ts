import type { DocumentForm, ElementRule } from './document-form.ts';

const guide = 'HD 36-HD/VPTW';
const at = (point: string): string => `${guide}, mục II.${point}`;
const pattern = (line: string): string => `${guide}, Phụ lục 3, dòng ${line}`;

type Look = [size: readonly [number, number], written: number, style: string];

/** @param look sizes, the size written, and b(old) i(talic) C(apitals) u(nderlined) */
const rule = (box: string, [size, written, style]: Look, clause: string): ElementRule => ({
  ...{ box, size, written, clause },
  bold: style.includes('b'),
  italic: style.includes('i'),
  caps: style.includes('C'),
  ...(style.includes('u') && { underline: true }),
});

const exactly = (millimetres: number, clause: string) => ({
  ...{ least: millimetres, most: millimetres, written: millimetres, clause },
});

/** HD 36-HD/VPTW of 03/4/2018, read from its own text. */
export const guide36: DocumentForm = {
  code: 'HD36-2018',
  issuedBy: 'party',
  name: 'Hướng dẫn 36-HD/VPTW',
  validFrom: '2018-04-03',
  validUntil: '2026-05-27',
  secondHand: false,
  font: { name: 'Times New Roman', clause: at('4.1') },
  paper: { clause: at('4.2') },
  margins: {
    top: exactly(20, at('4.3')),
    bottom: exactly(20, at('4.3')),
    left: exactly(30, at('4.3')),
    right: exactly(15, at('4.3')),
  },
  elements: {
    nation: rule('1', [[15, 15], 15, 'bC'], pattern('1')),
    motto: rule('1', [[15, 15], 15, 'bC'], pattern('1')),
    parent: rule('2', [[14, 14], 14, 'C'], pattern('2')),
    issuer: rule('2', [[14, 14], 14, 'bC'], pattern('2')),
    number: rule('3', [[14, 14], 14, ''], pattern('3')),
    placeDate: rule('4', [[14, 14], 14, 'i'], pattern('4')),
    kind: rule('5a', [[15, 16], 16, 'bC'], pattern('5')),
    about: rule('5a', [[14, 15], 15, 'b'], pattern('5')),
    letterAbout: rule('5b', [[12, 12], 12, 'i'], pattern('5')),
    bases: rule('6', [[14, 15], 14, ''], pattern('6')),
    body: rule('6', [[14, 15], 14, ''], pattern('6')),
    partLabel: rule('6', [[14, 15], 14, 'b'], pattern('6')),
    partTitle: rule('6', [[14, 15], 14, 'bC'], pattern('6')),
    article: rule('6', [[14, 15], 14, 'b'], pattern('6')),
    signAuthority: rule('7a', [[14, 14], 14, 'bC'], pattern('7')),
    signPosition: rule('7a', [[14, 14], 14, 'C'], pattern('7')),
    signer: rule('7b', [[14, 14], 14, 'b'], pattern('7')),
    to: rule('9a', [[14, 14], 14, ''], pattern('9')),
    recipientsWord: rule('9b', [[14, 14], 14, 'u'], pattern('9')),
    recipients: rule('9b', [[12, 12], 12, ''], pattern('9')),
    urgency: rule('10b', [[14, 14], 14, 'bC'], pattern('10')),
    circulation: rule('11', [[12, 12], 12, 'bC'], pattern('11')),
    drafter: rule('12', [[8, 8], 8, 'C'], pattern('12')),
    contact: rule('13', [[10, 10], 10, ''], pattern('13')),
    pageNumber: rule('page', [[14, 14], 14, ''], pattern('15')),
    // The guide gives the appendix its place, not its letters; these are the sizes of headings.
    appendixWord: rule('appendix', [[14, 15], 14, 'b'], at('4.5')),
    appendixTitle: rule('appendix', [[14, 15], 14, 'bC'], at('4.5')),
    appendixReference: rule('appendix', [[14, 15], 14, 'i'], at('4.5')),
  },
  body: {
    firstLine: [10],
    firstLineClause: at('1.6.2'),
    gap: 6,
    gapClause: at('1.6.2'),
    lines: { as: 'points', least: 18, written: 18 },
    linesClause: at('1.6.2'),
    end: '.',
    endClause: at('1.6.2'),
    alignClause: at('1.6.2'),
  },
  words: {
    nation: 'ĐẢNG CỘNG SẢN VIỆT NAM',
    motto: null,
    number: { word: 'Số', between: '-', groups: '/' },
    letterAbout: '',
    signing: { onBehalf: 'T/M ', for: 'K/T ', byOrder: 'T/L ', byMandate: 'T/L ', acting: 'Q. ' },
    bases: { dash: false, between: ';', last: ',' },
    recipients: { between: ',', archive: 'Lưu ' },
    to: 'Kính gửi:',
    appendixNumbers: 'arabic',
    romanMark: '- ',
  },
  pageNumber: { clause: at('4.4') },
  appendixPages: { own: false, clause: at('4.4') },
};

const digest = 'HD 05-HD/VPTW (theo bản tóm lược)';

const renamed = (elements: DocumentForm['elements']): DocumentForm['elements'] =>
  Object.fromEntries(
    Object.entries(elements).map(([name, one]) => [name, { ...one, clause: digest }]),
  ) as DocumentForm['elements'];

/**
 * HD 05-HD/VPTW of 27/5/2026. Its text was not at hand: what a public digest says of it, and for the rest the guide it
 * replaces. Whoever gets the text sets this right.
 */
export const guide05: DocumentForm = {
  ...guide36,
  code: 'HD05-2026',
  name: 'Hướng dẫn 05-HD/VPTW',
  validFrom: '2026-05-27',
  validUntil: null,
  secondHand: true,
  font: { ...guide36.font, clause: digest },
  paper: { clause: digest },
  margins: {
    top: exactly(20, digest),
    bottom: exactly(20, digest),
    left: exactly(30, digest),
    right: exactly(15, digest),
  },
  elements: renamed(guide36.elements),
  body: {
    ...guide36.body,
    lines: { as: 'points', least: 18, written: 19 },
    ...{ firstLineClause: digest, gapClause: digest, linesClause: digest, endClause: digest, alignClause: digest },
  },
  words: { ...guide36.words, letterAbout: 'về việc ', bases: { dash: true, between: ';', last: '.' } },
  pageNumber: { clause: digest },
  appendixPages: { own: false, clause: digest },
};
