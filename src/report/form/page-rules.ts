import type { LaidDocument, LaidParagraph, LaidSection } from '../../values/laid-document.ts';
import { checkLetters, type Findings } from './findings.ts';
import { linesOf, paragraphsOf } from './lines.ts';
import type { Parts } from './parts.ts';

const a4 = { short: 210, long: 297 };
/** Millimetres by which programs round. */
const tolerance = 0.6;
/** Letters that a page holds about: a shorter document may well have one page, which shows no number. */
const onePage = 2200;

const millimetres = (length: number): string => `${String(Math.round(length * 10) / 10).replace('.', ',')} mm`;

/** Paper, margins and page numbers. */
export function checkPages(findings: Findings, { sections }: LaidDocument, parts: Parts): void {
  for (const section of sections) checkPaper(findings, section);
  const [main] = sections;
  if (!main) return;
  // Across the page only where tables stand in the body itself.
  if (main.page.landscape && parts.bodyTables === 0)
    findings.add('page', 'orientation', {
      clause:
        findings.form.code === 'ND30-2020'
          ? 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2'
          : findings.form.paper.clause,
    });
  const letters = main.blocks.flatMap(paragraphsOf).reduce((sum, { text }) => sum + text.length, 0);
  checkPageNumbers(findings, main, letters > onePage || sections.length > 1);
}

function checkPaper(findings: Findings, { page }: LaidSection): void {
  const { form } = findings;
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
  if (Math.abs(short - a4.short) > 1 || Math.abs(long - a4.long) > 1)
    findings.add('page', 'paper', {
      found: `${millimetres(page.width)} x ${millimetres(page.height)}`,
      expected: 'A4 (210 mm x 297 mm)',
      clause: form.paper.clause,
    });
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const { least, most, clause } = form.margins[side];
    const length = page.margins[side];
    if (length < least - tolerance || length > most + tolerance)
      findings.add('page', side, {
        found: millimetres(length),
        expected: least === most ? millimetres(least) : `${least} - ${most} mm`,
        clause,
      });
  }
}

const numbered = (paragraphs: readonly LaidParagraph[]): LaidParagraph | undefined =>
  paragraphs.find(({ runs }) => runs.some(({ page }) => page));

function checkPageNumbers(findings: Findings, section: LaidSection, isLong: boolean): void {
  const { clause } = findings.form.pageNumber;
  const number = numbered(section.header);
  if (!number) {
    if (numbered(section.footer)) findings.add('pageNumber', 'place', { clause });
    else if (isLong) findings.add('pageNumber', 'missing', { clause });
    return;
  }
  if (number.align !== 'centre') findings.add('pageNumber', 'align', { clause });
  if (!section.titlePage || numbered(section.firstHeader)) findings.add('pageNumber', 'firstPage', { clause });
  if (section.startsAt !== null && section.startsAt !== 1)
    findings.add('pageNumber', 'start', { found: String(section.startsAt), expected: '1', clause });
  const [line] = linesOf(number);
  const runs = number.runs.filter(({ page }) => page).map((run) => ({ ...run, text: '1' }));
  if (line) checkLetters(findings, 'pageNumber', { ...line, text: '1', runs });
}
