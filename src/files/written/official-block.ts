import { strFromU8, unzipSync } from 'fflate';
import { formOn } from '../../values/form-choice.ts';
import type { Letterhead } from '../../values/official-document.ts';
import type { TemplateBlock } from '../../values/template.ts';
import type { Kit } from './docx-pieces.ts';
import { bodyOf } from './official-body.ts';
import { basisLinesOf, toOf } from './official-head.ts';

/** What the program sets within a template, as the elements of a Word file's body. @param width in twentieths of a point */
export async function writeBlock(
  { issuedBy, date }: Letterhead,
  { block, width }: { block: TemplateBlock; width: number },
): Promise<string> {
  const docx = await import('docx');
  const kit: Kit = { docx, form: formOn(issuedBy, date), width, measured: (text) => text };
  const children = partsOf(kit, block);
  if (children.length === 0) return '';
  const file = await docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] }));
  const xml = strFromU8(unzipSync(new Uint8Array(file))['word/document.xml'] ?? new Uint8Array());
  const end = xml.lastIndexOf('<w:sectPr');
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, end);
}

function partsOf(kit: Kit, block: TemplateBlock) {
  if (block.block === 'body') return bodyOf(kit, block.blocks, block.closes);
  return block.block === 'to' ? toOf(kit, block.to) : basisLinesOf(kit, block.bases);
}
