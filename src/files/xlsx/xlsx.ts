import type { Block, TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import { newLayout } from '../layout/layout.ts';
import type { OpenLimits } from '../open-limits.ts';
import { sheetBlocks } from './blocks.ts';
import { openWorkbook } from './book.ts';
import { readSheet } from './sheet.ts';

/**
 * Opens a workbook: its sheets that are shown, numbers as their formats show them, formulas by the values that Excel kept.
 * @throws Refusal fileBroken, fileEmpty, fileUnpacksTooLarge, fileHasEntities
 */
export function openXlsx(bytes: Uint8Array, limits: OpenLimits): TextSource {
  const book = openWorkbook(bytes, limits);
  const layout = newLayout();
  const blocks: Block[] = book.sheets
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ name, part }) => sheetBlocks(name, readSheet(book, part)))
    .flatMap((draft) => layout.add(draft) ?? []);
  if (blocks.length === 0) throw new Refusal('fileEmpty');
  return { format: 'xlsx', text: layout.text(), blocks };
}
