import type { LaidDocument } from '../../values/laid-document.ts';
import { roman } from '../../values/roman.ts';
import { checkPassages } from './body-rules.ts';
import { checkCentred, checkLetters, type Findings } from './findings.ts';
import { headParts } from './head-parts.ts';
import { isBlank, key, type Line, linesOf } from './lines.ts';
import type { AttachedPart, Parts } from './parts.ts';

/** Appendices, and what a decision issues. */
export function checkAttachments(findings: Findings, parts: Parts, { sections }: LaidDocument): void {
  const appendices = parts.attachments.filter(({ isAppendix }) => isAppendix);
  for (const [at, one] of appendices.entries()) checkAppendix(findings, one, at + 1, appendices.length);
  for (const one of parts.attachments) if (!one.isAppendix) checkIssued(findings, one);
  const body = parts.body.map(({ text }) => key(text)).join(' ');
  const clause = clauseOf(findings, 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1a');
  if (appendices.length > 0 && !/phu luc|kem theo/.test(body)) findings.add('appendixWord', 'notMentioned', { clause });
  if (findings.form.appendixPages.own && sections.length > 1)
    for (const { section, opensSection, isAppendix } of appendices)
      if (isAppendix && opensSection && section.header.length > 0 && section.startsAt === null)
        findings.add('appendixWord', 'start', { expected: '1', clause: findings.form.appendixPages.clause });
}

const clauseOf = ({ form }: Findings, ofState: string): string =>
  form.issuedBy === 'state' ? ofState : form.elements.appendixWord.clause;

function checkAppendix(findings: Findings, { blocks }: AttachedPart, number: number, of: number): void {
  const lines: Line[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') break;
    lines.push(...linesOf(block).filter((line) => !isBlank(line)));
  }
  const [word, ...rest] = lines;
  if (!word) return;
  checkLetters(findings, 'appendixWord', word);
  checkCentred(findings, 'appendixWord', word);
  const said = { found: word.text, excerpt: word.text };
  const isRoman = findings.form.words.appendixNumbers === 'roman';
  const wanted = `Phụ lục ${isRoman ? roman(number) : number}`;
  if (of > 1 && key(word.text) !== key(wanted))
    findings.add('appendixWord', 'numbering', {
      ...said,
      expected: wanted,
      clause: clauseOf(findings, 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1a'),
    });
  if (findings.form.issuedBy === 'state' && /^PHỤ LỤC/u.test(word.text))
    findings.add('appendixWord', 'case', { ...said, expected: 'Phụ lục' });
  const referenceAt = rest.findIndex(({ text }) => /^\(?\s*kem theo|^\(.*ban hanh kem/.test(key(text)));
  const reference = rest[referenceAt];
  if (!reference) findings.add('appendixReference', 'missing', { excerpt: word.text });
  checkLetters(findings, 'appendixReference', reference);
  checkCentred(findings, 'appendixReference', reference);
  for (const line of rest.slice(0, Math.max(referenceAt, 0))) {
    checkLetters(findings, 'appendixTitle', line);
    checkCentred(findings, 'appendixTitle', line);
  }
}

/** The text that a decision issues is set as a body is; its title stands under a letterhead of its own. */
function checkIssued(findings: Findings, { blocks }: AttachedPart): void {
  const head = headParts(blocks);
  const rest = blocks
    .slice(head.length)
    .filter((block) => block.kind === 'paragraph')
    .filter((one) => !isBlank(one));
  const from = rest.findIndex(({ align }, at) => at > 0 && align === 'justify');
  if (from >= 0) checkPassages(findings, rest.slice(from));
}
