import type { FormElement } from '../../values/document-form.ts';
import type { LaidParagraph } from '../../values/laid-document.ts';
import { checkCentred, checkLetters, type Findings, near } from './findings.ts';
import { key, type Line } from './lines.ts';
import type { Parts } from './parts.ts';

/** Box 6. */
export function checkBody(findings: Findings, parts: Parts): void {
  checkBases(findings, parts.bases);
  checkPassages(findings, parts.body);
  checkOrder(findings, parts.body);
  const last = parts.body.at(-1);
  if (last) checkEnd(findings, last);
}

/** Body and what a decision issues are set by the same rules. */
export function checkPassages(findings: Findings, paragraphs: readonly LaidParagraph[]): void {
  for (const [at, paragraph] of paragraphs.entries()) {
    const line = wholeLine(paragraph);
    const kind = kindOf(paragraph, paragraphs[at - 1]);
    if (kind === 'label' || kind === 'title') {
      checkHeading(findings, kind, line);
      continue;
    }
    const element: FormElement = kind === 'article' ? 'article' : 'body';
    checkText(findings, element, kind, line);
    if (kind !== 'centred') checkShape(findings, paragraph);
    const next = paragraphs[at + 1];
    if (next && kind !== 'centred' && kindOf(next, paragraph) === 'text') checkGap(findings, paragraph, next);
  }
}

const wholeLine = (paragraph: LaidParagraph): Line => ({
  ...{ text: paragraph.text.replace(/\s+/g, ' ').trim(), runs: paragraph.runs, paragraph, ruled: paragraph.ruled },
});

type Kind = 'label' | 'title' | 'article' | 'heading' | 'centred' | 'text';

const label = /^(?:Phần|Chương|Mục|Tiểu mục)\s+\S+$/iu;

function kindOf(paragraph: LaidParagraph, before: LaidParagraph | undefined): Kind {
  const text = paragraph.text.trim();
  if (label.test(text)) return 'label';
  if (before && label.test(before.text.trim())) return 'title';
  if (/^Điều\s+\d+/u.test(text)) return 'article';
  if (paragraph.align === 'centre' || paragraph.align === 'right') return 'centred';
  if (/^(?:[IVX]+[.-]|[A-ZĐ][.-]|\d+(?:\.\d+)*\.?)\s/u.test(text) && boldShare(paragraph) > 0.9) return 'heading';
  return 'text';
}

function boldShare({ runs }: LaidParagraph): number {
  const letters = runs.reduce((sum, { text }) => sum + text.trim().length, 0);
  return letters === 0 ? 0 : runs.reduce((sum, { text, bold }) => sum + (bold ? text.trim().length : 0), 0) / letters;
}

function checkHeading(findings: Findings, kind: 'label' | 'title', line: Line): void {
  const element = kind === 'label' ? 'partLabel' : 'partTitle';
  checkLetters(findings, element, line);
  checkCentred(findings, element, line);
  if (kind === 'title') return;
  const [, word = '', number = ''] = /^(Phần|Chương|Mục|Tiểu mục)\s+(\S+?)\.?$/iu.exec(line.text) ?? [];
  const isRoman = /^[IVXLC]+$/.test(number);
  const wantsRoman = /^(?:Phần|Chương)$/iu.test(word);
  const inWords = findings.form.issuedBy === 'party' && !/^[IVXLC\d]+$/.test(number);
  if (number !== '' && isRoman !== wantsRoman && !inWords)
    findings.add('partLabel', 'numbering', { found: line.text, excerpt: line.text });
}

/** Letters of text. Single words may be bold or italic, whole paragraphs only as headings. */
function checkText(findings: Findings, element: FormElement, kind: Kind, line: Line): void {
  if (element === 'article') {
    const number = /^Điều\s+\d+\p{L}?\s*(.?)/u.exec(line.text);
    if (number?.[1] !== '.')
      findings.add('article', 'mark', {
        found: line.text.slice(0, 12),
        expected: `${line.text.match(/^Điều\s+\d+/u)?.[0]}.`,
        excerpt: line.text,
      });
    const first = line.runs.find(({ text }) => text.trim() !== '');
    if (first && !first.bold) findings.add('article', 'notBold', { excerpt: line.text });
    checkLetters(findings, 'body', line, ['bold', 'notBold', 'case']);
    return;
  }
  const lenient = kind === 'heading' || kind === 'centred' || line.text.length < 60;
  checkLetters(findings, 'body', line, lenient ? ['bold', 'italic', 'case'] : ['case']);
}

/** Where one line would already go on to a second: only there can it be seen whether its edges are even. */
const secondLine = 95;

function checkShape(findings: Findings, paragraph: LaidParagraph): void {
  const { body } = findings.form;
  const { text, align, left, firstLine, line, runs, numbered } = paragraph;
  if (align !== 'justify' && text.length > secondLine)
    findings.add('body', 'align', { excerpt: text, clause: body.alignClause });
  const start = left + firstLine;
  if (!numbered && !text.startsWith('\t') && !body.firstLine.some((one) => near(one, start, 0.6)))
    findings.add('body', 'firstLine', {
      found: `${(Math.round(start) / 10).toString().replace('.', ',')} cm`,
      expected: body.firstLine.map((one) => `${(one / 10).toString().replace('.', ',')} cm`).join(' / '),
      excerpt: text,
      clause: body.firstLineClause,
    });
  const size = runs.find((run) => run.text.trim() !== '')?.size ?? 14;
  // A single line of Times New Roman is 1.15 of its size.
  const share = line.as === 'share' ? line.value : line.value / (size * 1.15);
  const said = {
    found: line.as === 'share' ? share.toString().replace('.', ',') : `${line.value} pt`,
    excerpt: text,
    clause: body.linesClause,
  };
  if (body.lines.as === 'share') {
    if (share < body.lines.least - 0.02 || share > body.lines.most + 0.02)
      findings.add('body', 'lines', { ...said, expected: '1 - 1,5' });
  } else if (line.as === 'share' ? share < 1.1 : line.value < body.lines.least - 0.1)
    findings.add('body', 'lines', { ...said, expected: `>= ${body.lines.least} pt` });
}

function checkGap(findings: Findings, above: LaidParagraph, below: LaidParagraph): void {
  const { gap, gapClause } = findings.form.body;
  const room = above.after + below.before;
  if (room < gap - 0.1)
    findings.add('body', 'gap', {
      found: `${room} pt`,
      expected: `>= ${gap} pt`,
      excerpt: below.text,
      clause: gapClause,
    });
}

function checkBases(findings: Findings, bases: readonly Line[]): void {
  const { bases: marks } = findings.form.words;
  bases.forEach((line, at) => {
    checkLetters(findings, 'bases', line);
    const wanted = at === bases.length - 1 ? marks.last : marks.between;
    if (!line.text.endsWith(wanted))
      findings.add('bases', 'endMark', { found: line.text.slice(-1), expected: wanted, excerpt: line.text });
    if (marks.dash !== line.text.startsWith('-')) findings.add('bases', 'dash', { excerpt: line.text });
    if (/^(?:- )?Căn cứ (?:Bộ l|L)uật\b[^;]*\bsố\s+\d+\/\d{4}\/QH/u.test(line.text))
      findings.add('bases', 'wording', { found: line.text, excerpt: line.text });
  });
}

const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** Points go on as the Vietnamese alphabet does: no other letter, and none left out. What is amended names points as it likes. */
function checkOrder(findings: Findings, paragraphs: readonly LaidParagraph[]): void {
  let last: string | undefined;
  for (const { text } of paragraphs) {
    const letter = /^\s*([a-zđ])\)\s/u.exec(text)?.[1];
    if (letter === undefined) {
      if (/^\s*(?:\d+\.|Điều|[IVX]+[.-]|Chương|Mục|Phần|[“"])\s?/u.test(text)) last = undefined;
      continue;
    }
    const at = last === undefined ? -2 : letters.indexOf(last);
    const isSkipped = at >= 0 && letters.indexOf(letter) === at + 2;
    if (!letters.includes(letter) || isSkipped)
      findings.add('body', 'order', {
        ...{ found: `${letter})`, expected: isSkipped ? `${letters[at + 1]})` : '', excerpt: text },
        clause: findings.form.elements.article.clause,
      });
    last = letter;
  }
}

function checkEnd(findings: Findings, { text }: LaidParagraph): void {
  const { end, endClause } = findings.form.body;
  const shown = text.trim();
  const isRight = end === './.' ? shown.endsWith('./.') : shown.endsWith('.') && !shown.endsWith('/.');
  if (!isRight)
    findings.add('body', 'endMark', {
      found: key(shown).slice(-3),
      expected: end,
      excerpt: shown.slice(-70),
      clause: endClause,
    });
}
