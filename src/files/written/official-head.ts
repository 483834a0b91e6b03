import type * as Docx from 'docx';
import { cellMargin, inLines, leftColumn, shortened } from '../../values/letterhead-names.ts';
import type { OfficialDocument } from '../../values/official-document.ts';
import { aboutLine, basisLines, capitals, numberLine, placeAndDate } from '../../values/official-words.ts';
import { textWidth } from '../../values/text-width.ts';
import { centred, columnsOf, drawnRule, emptyLine, type Kit, line, sideBySide, twips } from './docx-pieces.ts';

/** Rules under issuer and subject are "1/3 to 1/2 of the line". */
const shortRule = 0.42;

/** Boxes 1 to 5b, 10b: letterhead of state or Party. */
export function headOf(kit: Kit, document: OfficialDocument): Docx.Table {
  const { elements } = kit.form;
  const [left, right] = columnsOf(kit, leftColumn).map((width) => width - 2 * cellMargin);
  const { head } = document;
  return sideBySide(
    kit,
    [
      ...issuerLines(kit, document, left ?? 0),
      centred(kit, numberLine(kit.form, head), elements.number),
      ...(document.kind === null
        ? [centred(kit, aboutLine(kit.form, document), elements.letterAbout, { spacing: { before: 120 } })]
        : []),
      ...urgencyOf(kit, document, left ?? 0),
    ],
    [...nationLines(kit, right ?? 0), centred(kit, placeAndDate(head), elements.placeDate)],
    leftColumn,
  );
}

/** The letterhead of what a decision issues: no number and no day of its own. */
export const plainHead = (kit: Kit, document: OfficialDocument): Docx.Table => {
  const [left, right] = columnsOf(kit, leftColumn).map((width) => width - 2 * cellMargin);
  return sideBySide(kit, issuerLines(kit, document, left ?? 0), nationLines(kit, right ?? 0), leftColumn);
};

function nationLines(kit: Kit, wide: number): Docx.Paragraph[] {
  const { elements, words } = kit.form;
  const under = words.motto ?? words.nation;
  const rule = words.motto === null ? elements.nation : elements.motto;
  return [
    centred(kit, words.nation, elements.nation),
    ...(words.motto === null ? [] : [centred(kit, words.motto, elements.motto)]),
    drawnRule(kit, textWidth(under, rule.written, rule.bold) * 20, wide),
  ];
}

function issuerLines(kit: Kit, { head }: OfficialDocument, wide: number): Docx.Paragraph[] {
  const { elements, issuedBy } = kit.form;
  const issuer = inLines(capitals(head.letterheadIssuer ?? head.issuer), elements.issuer, wide);
  const { written, bold } = elements.issuer;
  const long = Math.max(
    ...kit
      .measured(issuer)
      .split('\n')
      .map((part) => Math.min(textWidth(part, written, bold) * 20, wide)),
  );
  return [
    ...(head.parent ? [centred(kit, shortened(capitals(head.parent), elements.parent, wide), elements.parent)] : []),
    centred(kit, issuer, elements.issuer),
    issuedBy === 'party' ? centred(kit, '*', elements.number) : drawnRule(kit, long * shortRule, wide),
  ];
}

const urgencyWords = { urgent: 'KHẨN', veryUrgent: 'THƯỢNG KHẨN', express: 'HOẢ TỐC' } as const;
/** Widths of the stamps, in millimetres; all are 8 high. */
const urgencyWidths = { urgent: 20, veryUrgent: 40, express: 30 } as const;

function urgencyOf(kit: Kit, { urgency }: OfficialDocument, wide: number): Docx.Paragraph[] {
  const { docx, form } = kit;
  if (urgency === undefined) return [];
  const indent = Math.round((wide - twips(urgencyWidths[urgency])) / 2);
  const side = { style: docx.BorderStyle.SINGLE, size: 8, space: 0, color: 'FF0000' };
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: 160, line: twips(8), lineRule: docx.LineRuleType.EXACT },
      indent: { left: indent, right: indent },
      border: { top: side, bottom: side, left: side, right: side },
      children: [
        new docx.TextRun({
          ...{ text: urgencyWords[urgency], font: form.font.name, size: form.elements.urgency.written * 2 },
          ...{ bold: true, color: 'FF0000' },
        }),
      ],
    }),
  ];
}

/** Box 5a: the name of the kind and the subject below it; null for a công văn, which has them under its number. */
export function titleOf(kit: Kit, kind: string, about: string, attached?: string): Docx.Paragraph[] {
  const { elements, issuedBy } = kit.form;
  const long = Math.min(textWidth(kit.measured(about), elements.about.written, true) * 20, kit.width);
  return [
    centred(kit, capitals(kind), elements.kind, { spacing: { before: 240 }, keepNext: true }),
    centred(kit, about, elements.about, { keepNext: true }),
    ...(attached === undefined ? [] : [centred(kit, attached, elements.appendixReference)]),
    issuedBy === 'party' ? centred(kit, '-----', elements.about) : drawnRule(kit, long * shortRule, kit.width),
  ];
}

/** Box 9a. Two and more stand below one another, their dashes under the colon. */
export function toOf(kit: Kit, to: readonly string[]): Docx.Paragraph[] {
  const { elements, words } = kit.form;
  const { between } = words.recipients;
  const [only, ...others] = to;
  if (only === undefined) return [];
  if (only.startsWith('{@')) return [line(kit, only, elements.to)];
  // The Party sets the words themselves in italics, not the names.
  const word = { text: words.to, italic: kit.form.issuedBy === 'party' };
  if (others.length === 0)
    return [centred(kit, [word, { text: ` ${only}` }], elements.to, { spacing: { before: 240, after: 120 } })];
  const wordWidth = textWidth(words.to, elements.to.written) * 20;
  const widest = Math.max(...to.map((text) => textWidth(`- ${text};`, elements.to.written) * 20));
  const indent = Math.max(Math.round((kit.width - wordWidth - widest) / 2), 0);
  const names = to.map((text, at) => `- ${text}${at === to.length - 1 ? '.' : between}`);
  return [
    line(kit, [word], elements.to, { spacing: { before: 240 }, indent: { left: indent } }),
    ...names.map((text, at) =>
      line(kit, text, elements.to, {
        indent: { left: Math.round(indent + wordWidth), hanging: 140 },
        spacing: { after: at === names.length - 1 ? 120 : 0 },
      }),
    ),
  ];
}

/** Who decides, on what legal bases, and the word that begins the articles. */
export function basesOf(kit: Kit, { authority, bases = [], enacting }: OfficialDocument): Docx.Paragraph[] {
  const { kind } = kit.form.elements;
  return [
    ...(authority === undefined
      ? []
      : [centred(kit, capitals(authority), kind, { spacing: { before: 120, after: 120 } })]),
    ...basisLinesOf(kit, bases),
    ...(enacting === undefined
      ? []
      : [centred(kit, capitals(enacting), kind, { spacing: { before: 120, after: 120 } })]),
    ...(authority === undefined && bases.length === 0 && enacting === undefined ? [emptyLine(kit)] : []),
  ];
}

export function basisLinesOf(kit: Kit, bases: readonly string[]): Docx.Paragraph[] {
  const { docx, form } = kit;
  return basisLines(form, bases).map((text) =>
    line(kit, text, form.elements.bases, {
      alignment: docx.AlignmentType.JUSTIFIED,
      indent: { firstLine: twips(form.body.firstLine[0] ?? 10) },
      spacing: { after: 120 },
    }),
  );
}
