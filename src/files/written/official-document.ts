import type * as Docx from 'docx';
import { formOn } from '../../values/form-choice.ts';
import { cellMargin } from '../../values/letterhead-names.ts';
import type { Attachment, OfficialDocument } from '../../values/official-document.ts';
import { appendixWord, attachedTo, capitals } from '../../values/official-words.ts';
import { centred, type Kit, line, paper, twips } from './docx-pieces.ts';
import { bodyOf } from './official-body.ts';
import { endOf } from './official-end.ts';
import { basesOf, headOf, plainHead, titleOf, toOf } from './official-head.ts';

/**
 * The document as .docx under the rules of form of its issuer and day: body, then each attachment in a section of its own.
 * @param measured what is going to stand in place of a template's placeholders
 */
export async function writeOfficialDocument(
  document: OfficialDocument,
  measured: Kit['measured'] = (text) => text,
): Promise<Buffer> {
  // Takes long to load, and few need it.
  const docx = await import('docx');
  const form = formOn(document.head.issuedBy, document.head.date);
  const kitOf = (landscape: boolean): Kit => {
    const { left, right } = form.margins;
    const side = landscape ? paper.height : paper.width;
    return { docx, form, measured, width: side - twips(left.written) - twips(right.written) };
  };
  const font = form.font.name;
  const size = form.elements.body.written * 2;
  const file = new docx.Document({
    title: [document.kind ?? 'Công văn', document.about].join(' '),
    creator: document.head.issuer,
    styles: { default: { document: { run: { font, size, language: { value: 'vi-VN' } } } } },
    sections: [
      sectionOf(kitOf(document.landscape === true), mainOf(kitOf(document.landscape === true), document), {
        landscape: document.landscape === true,
        document,
        restarts: true,
      }),
      ...(document.attachments ?? []).map((attachment) => {
        const landscape = attachment.landscape === true;
        return sectionOf(kitOf(landscape), attachmentOf(kitOf(landscape), document, attachment), {
          landscape,
          restarts: form.appendixPages.own,
        });
      }),
    ],
  });
  return docx.Packer.toBuffer(file);
}

type Part = Docx.Paragraph | Docx.Table;
type SectionLook = { landscape: boolean; restarts: boolean; document?: OfficialDocument };

/** Page numbers stand in the middle of the top margin, none on a first page. */
function sectionOf(kit: Kit, children: Part[], { landscape, restarts, document }: SectionLook): Docx.ISectionOptions {
  const { docx, form } = kit;
  const { margins, elements } = form;
  const pageNumber = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [
      new docx.TextRun({
        children: [docx.PageNumber.CURRENT],
        font: form.font.name,
        size: elements.pageNumber.written * 2,
      }),
    ],
  });
  const header = new docx.Header({ children: [pageNumber] });
  return {
    properties: {
      titlePage: restarts,
      page: {
        size: { ...paper, orientation: docx.PageOrientation[landscape ? 'LANDSCAPE' : 'PORTRAIT'] },
        margin: {
          top: twips(margins.top.written),
          bottom: twips(margins.bottom.written),
          left: twips(margins.left.written),
          right: twips(margins.right.written),
          header: twips(10),
          footer: twips(10),
        },
        ...(restarts && { pageNumbers: { start: 1 } }),
      },
    },
    headers: { default: header, first: new docx.Header({ children: circulationOf(kit, document) }) },
    footers: { first: new docx.Footer({ children: contactOf(kit, document) }) },
    children,
  };
}

function mainOf(kit: Kit, document: OfficialDocument): Part[] {
  return [
    headOf(kit, document),
    ...(document.kind === null ? [] : titleOf(kit, document.kind, document.about)),
    ...toOf(kit, document.to ?? []),
    ...basesOf(kit, document),
    ...bodyOf(kit, document.body, true),
    ...endOf(kit, document),
  ];
}

function attachmentOf(kit: Kit, document: OfficialDocument, attachment: Attachment): Part[] {
  const { elements } = kit.form;
  const reference = attachedTo(kit.form, document);
  if (attachment.as === 'issued')
    return [
      plainHead(kit, document),
      ...titleOf(kit, attachment.kind, attachment.about, reference),
      ...bodyOf(kit, attachment.blocks, true),
    ];
  const appendices = (document.attachments ?? []).filter(({ as }) => as === 'appendix');
  const { only } = attachment;
  const word =
    only === undefined
      ? appendixWord(kit.form, appendices.indexOf(attachment) + 1, appendices.length)
      : '{ten_phu_luc}';
  const edge = (sign: '#' | '/') => (only === undefined ? [] : [line(kit, `{${sign}${only}}`, elements.body)]);
  return [
    ...edge('#'),
    centred(kit, word, elements.appendixWord, { outlineLevel: 0, keepNext: true }),
    centred(kit, capitals(attachment.title), elements.appendixTitle, { keepNext: true }),
    centred(kit, reference, elements.appendixReference, { spacing: { after: 200 } }),
    ...bodyOf(kit, attachment.blocks, false),
    ...edge('/'),
  ];
}

/** Box 11, in a frame on the right of the first page's top margin. */
function circulationOf(kit: Kit, document: OfficialDocument | undefined): Docx.Paragraph[] {
  const { docx, form } = kit;
  if (document?.circulation === undefined) return [];
  const side = { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' };
  return [
    centred(kit, capitals(document.circulation), form.elements.circulation, {
      indent: { left: Math.round(kit.width * 0.6) },
      border: { top: side, bottom: side, left: side, right: side },
    }),
  ];
}

/** Box 13, below a line across the first page. */
function contactOf(kit: Kit, document: OfficialDocument | undefined): Docx.Paragraph[] {
  const { docx, form } = kit;
  const rule = { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' };
  return (document?.contact ?? []).map((text, at) =>
    line(kit, text, form.elements.contact, {
      ...(at === 0 && { border: { top: rule } }),
      indent: { left: cellMargin, right: cellMargin },
    }),
  );
}
