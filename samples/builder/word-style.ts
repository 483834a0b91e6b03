import {
  AlignmentType,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IRunOptions,
  LevelFormat,
  Paragraph,
  TextRun,
} from 'docx';

export const MILLIMETRE = 1440 / 25.4;
const FONT = 'Times New Roman';

export function styles(form: 'state' | 'party') {
  const heading = (outlineLevel: number, run: object) => ({
    paragraph: {
      outlineLevel,
      keepNext: true,
      alignment: AlignmentType.JUSTIFIED,
      spacing: { before: 120, after: 60 },
      indent: { firstLine: 567 },
    },
    run: { font: FONT, size: 28, bold: true, color: '000000', ...run },
  });
  // State texts: at least 6 pt and single to 1.5 lines (NĐ 30/2020, Phụ lục I, mục II.6); Party texts are set a little wider.
  const spacing = form === 'party' ? { before: 120, after: 0, line: 340 } : { before: 120, after: 0, line: 276 };
  const body = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 567 }, spacing };
  return {
    default: {
      document: { run: { font: FONT, size: 28 } },
      heading1: heading(0, {}),
      heading2: heading(1, {}),
      heading3: heading(2, {}),
      heading4: heading(3, { italics: true }),
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { font: FONT, size: 28 },
        paragraph: body,
      },
      { id: 'LegalBasis', name: 'Legal Basis', basedOn: 'BodyText', run: { italics: true }, paragraph: body },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { font: FONT, size: 24 },
        paragraph: { spacing: { before: 40, after: 40 } },
      },
    ],
  };
}

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, bold: boolean) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
  suffix: 'space' as const,
  style: {
    paragraph: { indent: { left: 0, firstLine: convertMillimetersToTwip(10) } },
    run: { ...(bold ? { bold } : {}), font: FONT },
  },
});

export function numberingConfig(): INumberingOptions {
  return {
    config: [
      {
        reference: 'outline',
        levels: [
          level(0, LevelFormat.UPPER_ROMAN, '%1.', true),
          level(1, LevelFormat.DECIMAL, '%2.', false),
          level(2, LevelFormat.LOWER_LETTER, '%3)', false),
        ],
      },
      {
        reference: 'dashes',
        levels: [level(0, LevelFormat.BULLET, '-', false), level(1, LevelFormat.BULLET, '+', false)],
      },
      {
        reference: 'rows',
        levels: [
          {
            ...level(0, LevelFormat.DECIMAL, '%1', false),
            alignment: AlignmentType.CENTER,
            suffix: 'nothing' as const,
            style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
          },
        ],
      },
      {
        reference: 'rows-dotted',
        levels: [
          {
            ...level(0, LevelFormat.DECIMAL, '%1.', false),
            alignment: AlignmentType.CENTER,
            suffix: 'nothing' as const,
            style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
          },
        ],
      },
      {
        reference: 'groups',
        levels: [
          {
            ...level(0, LevelFormat.UPPER_ROMAN, '%1', true),
            alignment: AlignmentType.CENTER,
            suffix: 'nothing' as const,
            style: { paragraph: { indent: { left: 0, firstLine: 0 } }, run: { bold: true } },
          },
        ],
      },
    ],
  };
}

/** `**bold**` and `*italic*` of the notation as runs. */
export function runs(text: string, base: IRunOptions = {}): TextRun[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('**')) return new TextRun({ ...base, bold: true, text: piece.slice(2, -2) });
      if (piece.startsWith('*')) return new TextRun({ ...base, italics: true, text: piece.slice(1, -1) });
      return new TextRun({ ...base, text: piece });
    });
}

export const centred = (text: string, run: IRunOptions, spacing: { before?: number; after?: number } = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, ...spacing },
    children: [new TextRun({ ...run, text })],
  });
