import type { LaidBlock, LaidDocument, LaidParagraph, LaidSection } from '../../values/laid-document.ts';
import { isUpper } from '../../values/vietnamese.ts';
import { documentKinds } from './document-kinds.ts';
import { type HeadParts, headParts, isNation } from './head-parts.ts';
import { isBlank, key, type Line, linesOf, paragraphsOf } from './lines.ts';

export type Parts = {
  head: HeadParts;
  kind: Line | undefined;
  about: Line[];
  aboutRule: number | null | undefined;
  to: Line[];
  bases: Line[];
  body: LaidParagraph[];
  signing: Line[];
  signer: Line | undefined;
  recipientsWord: Line | undefined;
  recipients: Line[];
  attachments: AttachedPart[];
  /** Tables that stand in the body. */
  bodyTables: number;
};

export type AttachedPart = { section: LaidSection; opensSection: boolean; blocks: LaidBlock[]; isAppendix: boolean };

type Placed = { block: LaidBlock; section: LaidSection; isFirst: boolean };

/** Finds the elements of the form in a document, by their words and places. */
export function partsOf({ sections }: LaidDocument): Parts {
  const placed = sections.flatMap((section) =>
    section.blocks.map((block, at) => ({ block, section, isFirst: at === 0 })),
  );
  const end = placed.findIndex(({ block }) => isEnd(block));
  const attachedFrom = end >= 0 ? end + 1 : firstAppendix(placed);
  const main = placed.slice(0, end >= 0 ? end : attachedFrom).map(({ block }) => block);
  const head = headParts(main);
  const title = titleIn(main.slice(head.length));
  const rest = main.slice(head.length + title.length);
  const opening = openingIn(rest);
  const bodyBlocks = rest.slice(opening.length);
  const endBlocks = end < 0 ? [] : endOf(placed.slice(end));
  const recipientsEnd = end < 0 ? attachedFrom : end + endBlocks.length;
  return {
    head,
    ...{ kind: title.kind, about: title.about, aboutRule: title.rule, to: opening.to, bases: opening.bases },
    body: bodyBlocks.filter((block) => block.kind === 'paragraph').filter((one) => !isBlank(one)),
    bodyTables: bodyBlocks.filter(({ kind }) => kind === 'table').length,
    ...endParts(endBlocks),
    attachments: attachmentsIn(placed.slice(recipientsEnd)),
  };
}

const isRecipients = (text: string): boolean => /^noi nhan\s*:?$|^-?\s*luu\s*:?\s*(?:vt|van phong)/.test(key(text));
const isAuthority = (text: string): boolean => /^(?:T\/?M|K\/?T|T\/?L|TUQ)[.\s]/u.test(text);

const isSecretary = ({ text }: Line): boolean => key(text) === 'thu ky';

/** Minutes are signed by two, side by side, with the recipients below: NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9. */
const isTwoHands = (block: LaidBlock): boolean =>
  block.kind === 'table' && block.borderless && paragraphsOf(block).flatMap(linesOf).some(isSecretary);

/** Recipients and signature, side by side or below one another. */
const isEnd = (block: LaidBlock): boolean =>
  isTwoHands(block) ||
  paragraphsOf(block)
    .flatMap(linesOf)
    .some(({ text }) => isRecipients(text) || (block.kind === 'table' && block.borderless && isAuthority(text)));

const isAppendixWord = (text: string): boolean => /^phu luc(?:\s+(?:so\s+)?[ivxl\d]+)?[.:]?$/.test(key(text));

const firstAppendix = (placed: readonly Placed[]): number => {
  const at = placed.findIndex(({ block }) => block.kind === 'paragraph' && isAppendixWord(block.text));
  return at < 0 ? placed.length : at;
};

/** The table of the end, or the lines from "Nơi nhận" to the end of the page. */
function endOf(placed: readonly Placed[]): LaidBlock[] {
  const [first] = placed;
  if (first?.block.kind === 'table' && !isTwoHands(first.block)) return [first.block];
  const stop = placed.findIndex(
    ({ block, isFirst }, at) =>
      at > 0 && (isFirst || (block.kind === 'paragraph' && (block.pageBreak || isAppendixWord(block.text)))),
  );
  return placed.slice(0, stop < 0 ? placed.length : stop).map(({ block }) => block);
}

function endParts(blocks: readonly LaidBlock[]): Pick<Parts, 'signing' | 'signer' | 'recipientsWord' | 'recipients'> {
  const [block] = blocks;
  const cells = block?.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [];
  const texts = cells.map(({ paragraphs }) => paragraphs.flatMap(linesOf));
  const below = block && isTwoHands(block) ? blocks.slice(1) : blocks;
  const left =
    block?.kind === 'table' && below === blocks
      ? (texts.find((lines) => lines.some(({ text }) => isRecipients(text))) ?? [])
      : below.flatMap(paragraphsOf).flatMap(linesOf);
  const right = texts.filter((lines) => lines !== left && !lines.some(isSecretary)).flat();
  const wordAt = left.findIndex(({ text }) => /^noi nhan/.test(key(text)));
  const lines = right.filter(({ text }) => !/^\(.*\)$/u.test(text));
  const start = lines.findIndex((line) => !isBlank(line));
  const gap = lines.findIndex((line, at) => at > start && isBlank(line));
  const stop = gap < 0 ? lines.length : gap;
  return {
    recipientsWord: left[wordAt],
    recipients: left.slice(wordAt + 1).filter((line) => !isBlank(line)),
    signing: start < 0 ? [] : lines.slice(start, stop).filter((line) => !isBlank(line)),
    signer: lines.slice(stop).findLast((line) => !isBlank(line)),
  };
}

function titleIn(blocks: readonly LaidBlock[]): {
  kind: Line | undefined;
  about: Line[];
  rule: number | null | undefined;
  length: number;
} {
  const none = { kind: undefined, about: [], rule: undefined, length: 0 };
  const at = blocks.slice(0, 6).findIndex((block) => block.kind === 'paragraph' && !isBlank(block) && !block.framed);
  const first = blocks[at];
  if (first?.kind !== 'paragraph') return none;
  const [kind, ...more] = linesOf(first);
  if (
    !kind ||
    !(documentKinds.has(key(kind.text)) || (first.align === 'centre' && isUpper(kind.text) && kind.text.length < 40))
  )
    return none;
  const about = more.filter((line) => !isBlank(line));
  let rule = more.find((line) => line.ruled !== false)?.ruled;
  let length = at + 1;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'paragraph') break;
    const lines = linesOf(block);
    const drawn = lines.find((line) => line.ruled !== false);
    if (drawn) rule = drawn.ruled;
    else if (isBlank(block) || !isAbout(block)) break;
    about.push(...lines.filter((line) => !isBlank(line) && !/^-+$/.test(line.text)));
    length++;
    if (drawn) break;
  }
  return { kind, about, rule: rule === false ? undefined : rule, length };
}

const isAbout = ({ text, align }: LaidParagraph): boolean =>
  align === 'centre' &&
  !/^(?:kinh gui|can cu)/.test(key(text)) &&
  !/^(?:quyet (?:dinh|nghi)|phan |chuong |[ivx]+[.-])/.test(key(text));

/** Kính gửi, who decides, the legal bases and the word before the articles. */
function openingIn(blocks: readonly LaidBlock[]): { to: Line[]; bases: Line[]; length: number } {
  const found = { to: [] as Line[], bases: [] as Line[], length: 0 };
  const enacting = blocks.findIndex(
    (block) => block.kind === 'paragraph' && /^quyet (?:dinh|nghi)\s*:?$/.test(key(block.text)),
  );
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') break;
    const text = key(block.text);
    if (isBlank(block)) continue;
    if (
      /^kinh gui/.test(text) ||
      (found.to.length > 0 && found.bases.length === 0 && /^-/.test(text) && block.align !== 'justify')
    )
      found.to.push(...linesOf(block).filter((line) => !isBlank(line)));
    else if (
      /^(?:- ?)?can cu /.test(text) ||
      (found.bases.length > 0 && block.align !== 'centre' && (at < enacting || /^(?:theo de nghi|xet) /.test(text)))
    )
      found.bases.push(...linesOf(block));
    else if (at > enacting) break;
    found.length = at + 1;
  }
  return found;
}

/** Whatever stands behind the end begins anew with each section, "Phụ lục" or letterhead. */
function attachmentsIn(placed: readonly Placed[]): AttachedPart[] {
  const found: AttachedPart[] = [];
  for (const { block, section, isFirst } of placed) {
    const text = block.kind === 'paragraph' ? (linesOf(block).find((line) => !isBlank(line))?.text ?? '') : '';
    const isWord = isAppendixWord(text);
    const opens =
      isFirst || isWord || (block.kind === 'table' && paragraphsOf(block).some((one) => isNation(one.text)));
    const last = found.at(-1);
    if (last && (!opens || (isWord && last.blocks.every((one) => one.kind === 'paragraph' && isBlank(one))))) {
      last.blocks.push(block);
      last.isAppendix ||= isWord;
    } else if (opens) found.push({ section, opensSection: isFirst, blocks: [block], isAppendix: isWord });
  }
  return found.filter(({ blocks }) => blocks.some((block) => paragraphsOf(block).some((one) => !isBlank(one))));
}
