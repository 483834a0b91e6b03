import type * as Docx from 'docx';
import type { DocumentBlock, PassageLevel, RichText, TextRun } from '../../values/official-document.ts';
import { capitals, ended, passageLabel, standsAlone } from '../../values/official-words.ts';
import { centred, type Kit, line, twips } from './docx-pieces.ts';
import { tableOf } from './official-table.ts';

type Part = Docx.Paragraph | Docx.Table;

/** Box 6. @param closes whether the mark that ends the document follows its last words */
export function bodyOf(kit: Kit, blocks: readonly DocumentBlock[], closes: boolean): Part[] {
  const parts = blocks.flatMap((block, at) =>
    blockOf(kit, closes && at === blocks.length - 1 ? closed(kit, block) : block),
  );
  // A table has no last words: the mark stands on a line of its own.
  const ends = blocks.at(-1);
  return closes && ends?.kind !== 'paragraph' && ends?.kind !== 'passage'
    ? [...parts, bodyLine(kit, kit.form.body.end)]
    : parts;
}

function closed({ form }: Kit, block: DocumentBlock): DocumentBlock {
  if (block.kind === 'paragraph') return { ...block, text: closedText(form, block.text) };
  if (block.kind !== 'passage') return block;
  return block.text === undefined
    ? { ...block, title: ended(form, block.title ?? '') }
    : { ...block, text: closedText(form, block.text) };
}

function closedText(form: Kit['form'], text: RichText): RichText {
  if (typeof text === 'string') return ended(form, text);
  const last = text.at(-1);
  return last ? [...text.slice(0, -1), { ...last, text: ended(form, last.text) }] : text;
}

function blockOf(kit: Kit, block: DocumentBlock): Part[] {
  const { docx, form } = kit;
  switch (block.kind) {
    case 'table':
      return tableOf(kit, block.table);
    case 'pageBreak':
      return [new docx.Paragraph({ children: [new docx.PageBreak()] })];
    case 'passage':
      return passageOf(kit, block);
    case 'paragraph': {
      if (block.align === 'centre') return [centred(kit, block.text, form.elements.body, { spacing: { after: 120 } })];
      return [
        bodyLine(
          kit,
          block.text,
          block.align && { alignment: docx.AlignmentType[block.align === 'left' ? 'LEFT' : 'RIGHT'] },
        ),
      ];
    }
  }
}

/** As the form sets the text: both edges even, first line in, room below, its line spacing. */
function bodyLine(kit: Kit, text: RichText, options: Docx.IParagraphOptions = {}): Docx.Paragraph {
  const { docx, form } = kit;
  return line(kit, text, form.elements.body, {
    alignment: docx.AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(form.body.firstLine[0] ?? 10) },
    spacing: { after: form.body.gap * 20, ...lineSpacing(kit) },
    ...options,
  });
}

function lineSpacing({ docx, form }: Kit) {
  const { lines } = form.body;
  return lines.as === 'share'
    ? { line: Math.round(lines.written * 240), lineRule: docx.LineRuleType.AUTO }
    : { line: lines.written * 20, lineRule: docx.LineRuleType.EXACT };
}

/** How deep a heading stands in the outline that Word shows beside the text. */
const outlineLevels: Partial<Record<PassageLevel, number>> = {
  ...{ part: 0, chapter: 0, section: 1, subsection: 2, article: 2, roman: 1, clause: 2 },
};

type Passage = Extract<DocumentBlock, { kind: 'passage' }>;

function passageOf(kit: Kit, { level, number, title, text }: Passage): Docx.Paragraph[] {
  const { form } = kit;
  const label = passageLabel(form, level, number);
  const outline = outlineLevels[level];
  const heading = { keepNext: true, ...(outline !== undefined && { outlineLevel: outline }) };
  if (standsAlone(level)) {
    return [
      centred(kit, label, form.elements.partLabel, { ...heading, spacing: { before: 120 } }),
      ...(title
        ? [centred(kit, capitals(title), form.elements.partTitle, { keepNext: true, spacing: { after: 120 } })]
        : []),
      ...(text === undefined ? [] : [bodyLine(kit, text)]),
    ];
  }
  if (!title) return [bodyLine(kit, [{ text: label, bold: level === 'article' }, ...runs(text)])];
  const shown = level === 'roman' ? capitals(title) : title;
  return [
    bodyLine(kit, [{ text: label + shown, bold: level !== 'point' && level !== 'dash' }], heading),
    ...(text === undefined ? [] : [bodyLine(kit, text)]),
  ];
}

const runs = (text: RichText | undefined): readonly TextRun[] =>
  text === undefined ? [] : typeof text === 'string' ? [{ text }] : text;
