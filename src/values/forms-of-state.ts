import type { DocumentForm, ElementRule } from './document-form.ts';

const annex = 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I';
const general = (point: number): string => `${annex}, mục I.${point}`;
const main = (point: string): string => `${annex}, mục II.${point}`;
const other = (point: string): string => `${annex}, mục III.${point}`;

type Look = [size: readonly [number, number], written: number, style: string];

/** @param look sizes, the size written, and b(old) i(talic) C(apitals) */
const rule = (box: string, [size, written, style]: Look, clause: string): ElementRule => ({
  ...{ box, size, written, clause },
  bold: style.includes('b'),
  italic: style.includes('i'),
  caps: style.includes('C'),
});

/** NĐ 30/2020/NĐ-CP of 05/3/2020, read from its own text. */
export const decree30: DocumentForm = {
  code: 'ND30-2020',
  issuedBy: 'state',
  name: 'Nghị định 30/2020/NĐ-CP',
  validFrom: '2020-03-05',
  validUntil: null,
  secondHand: false,
  font: { name: 'Times New Roman', clause: general(4) },
  paper: { clause: general(1) },
  margins: {
    top: { least: 20, most: 25, written: 20, clause: general(3) },
    bottom: { least: 20, most: 25, written: 20, clause: general(3) },
    left: { least: 30, most: 35, written: 30, clause: general(3) },
    right: { least: 15, most: 20, written: 15, clause: general(3) },
  },
  // The sizes written go together: the footnote to mục V names 12 with 13 and 13 for the letterhead.
  elements: {
    nation: rule('1', [[12, 13], 12, 'bC'], main('1a')),
    motto: rule('1', [[13, 14], 13, 'b'], main('1b')),
    parent: rule('2', [[12, 13], 12, 'C'], main('2b')),
    issuer: rule('2', [[12, 13], 12, 'bC'], main('2b')),
    number: rule('3', [[13, 13], 13, ''], main('3c')),
    placeDate: rule('4', [[13, 14], 13, 'i'], main('4c')),
    kind: rule('5a', [[13, 14], 14, 'bC'], main('5b')),
    about: rule('5a', [[13, 14], 14, 'b'], main('5b')),
    letterAbout: rule('5b', [[12, 13], 12, ''], main('5b')),
    bases: rule('6', [[13, 14], 14, 'i'], main('6a')),
    body: rule('6', [[13, 14], 14, ''], main('6e')),
    partLabel: rule('6', [[13, 14], 14, 'b'], main('6đ')),
    partTitle: rule('6', [[13, 14], 14, 'bC'], main('6đ')),
    article: rule('6', [[13, 14], 14, 'b'], main('6đ')),
    signAuthority: rule('7a', [[13, 14], 14, 'bC'], main('7đ')),
    signPosition: rule('7a', [[13, 14], 14, 'bC'], main('7đ')),
    signer: rule('7b', [[13, 14], 14, 'b'], main('7đ')),
    to: rule('9a', [[13, 14], 14, ''], main('9d')),
    recipientsWord: rule('9b', [[12, 12], 12, 'bi'], main('9d')),
    recipients: rule('9b', [[11, 11], 11, ''], main('9d')),
    urgency: rule('10b', [[13, 14], 13, 'bC'], other('2b')),
    circulation: rule('11', [[13, 14], 13, 'bC'], other('2c')),
    drafter: rule('12', [[11, 11], 11, ''], other('3')),
    contact: rule('13', [[11, 12], 11, ''], other('4')),
    pageNumber: rule('page', [[13, 14], 14, ''], general(7)),
    appendixWord: rule('appendix', [[14, 14], 14, 'b'], other('1b')),
    appendixTitle: rule('appendix', [[13, 14], 14, 'bC'], other('1b')),
    appendixReference: rule('appendix', [[13, 14], 14, 'i'], other('1c')),
  },
  body: {
    firstLine: [10, 12.7],
    firstLineClause: main('6e'),
    gap: 6,
    gapClause: main('6e'),
    lines: { as: 'share', least: 1, most: 1.5, written: 1.2 },
    linesClause: main('6e'),
    end: './.',
    endClause: 'NĐ 30/2020/NĐ-CP, Phụ lục III, mục II.1 (các mẫu 1.1 đến 1.5)',
    alignClause: main('6e'),
  },
  words: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: { word: 'Số:', between: '/', groups: '-' },
    letterAbout: 'V/v ',
    signing: { onBehalf: 'TM. ', for: 'KT. ', byOrder: 'TL. ', byMandate: 'TUQ. ', acting: 'Q. ' },
    bases: { dash: false, between: ';', last: '.' },
    recipients: { between: ';', archive: 'Lưu: ' },
    to: 'Kính gửi:',
    appendixNumbers: 'roman',
    romanMark: '. ',
  },
  pageNumber: { clause: general(7) },
  appendixPages: { own: true, clause: other('1đ') },
};
