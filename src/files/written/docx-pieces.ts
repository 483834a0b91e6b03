import type * as Docx from 'docx';
import type { DocumentForm, ElementRule } from '../../values/document-form.ts';
import { cellMargin } from '../../values/letterhead-names.ts';
import type { RichText, TextRun } from '../../values/official-document.ts';

/** What all parts of a written document are made of. Lengths in twentieths of a point, sizes in half points. */
export type Kit = {
  docx: typeof Docx;
  form: DocumentForm;
  /** Width between the margins. */
  width: number;
  /** What is going to stand in place of a template's placeholders, where lengths follow it. */
  measured: (text: string) => string;
};

export const paper = { width: 11906, height: 16838 };
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

type LineOptions = Docx.IParagraphOptions;

const runsOf = (text: RichText): readonly TextRun[] => (typeof text === 'string' ? [{ text }] : text);

/** A paragraph in the letters that the form wants of an element. */
export function line(kit: Kit, text: RichText, rule: ElementRule, options: LineOptions = {}): Docx.Paragraph {
  const { docx, form } = kit;
  return new docx.Paragraph({
    ...options,
    children: runsOf(text).flatMap((run) =>
      run.text.split('\n').map(
        (words, at) =>
          new docx.TextRun({
            text: words,
            ...(at > 0 && { break: 1 }),
            font: form.font.name,
            size: rule.written * 2,
            bold: rule.bold || run.bold === true,
            italics: rule.italic || run.italic === true,
            ...(rule.underline && { underline: { type: docx.UnderlineType.SINGLE } }),
          }),
      ),
    ),
  });
}

export const centred = (kit: Kit, text: RichText, rule: ElementRule, options: LineOptions = {}): Docx.Paragraph =>
  line(kit, text, rule, { ...options, alignment: kit.docx.AlignmentType.CENTER });

/** A rule that is `long` in the middle of a room `wide`: the drawn bottom of an empty line between indents. */
export function drawnRule({ docx }: Kit, long: number, wide: number): Docx.Paragraph {
  const indent = Math.max(Math.round((wide - long) / 2), 0);
  return new docx.Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, lineRule: docx.LineRuleType.EXACT, after: 100 },
    border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

/** An empty line of the height of the text. */
export const emptyLine = (kit: Kit): Docx.Paragraph => line(kit, '', kit.form.elements.body);

/** Two columns without lines: letterhead and end. @param share of the left one, in percent */
export function sideBySide(kit: Kit, left: Docx.Paragraph[], right: Docx.Paragraph[], share: number): Docx.Table {
  const { docx, width } = kit;
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const widths = columnsOf(kit, share);
  return new docx.Table({
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) =>
            new docx.TableCell({
              children,
              width: { size: widths[at] ?? 0, type: docx.WidthType.DXA },
              margins: { left: cellMargin, right: cellMargin },
              borders: { top: none, bottom: none, left: none, right: none },
            }),
        ),
      }),
    ],
  });
}

export function columnsOf({ width }: Kit, share: number): [number, number] {
  const left = Math.round((width * share) / 100);
  return [left, width - left];
}
