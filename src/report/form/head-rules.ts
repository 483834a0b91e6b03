import type { DocumentForm, FormElement } from '../../values/document-form.ts';
import { textWidth } from '../../values/text-width.ts';
import { squeeze } from '../../values/vietnamese.ts';
import { checkCentred, checkLetters, checkNotCapitals, type Findings } from './findings.ts';
import { key, type Line } from './lines.ts';
import type { Parts } from './parts.ts';

/** Boxes 1 to 5. */
export function checkHead(findings: Findings, parts: Parts): void {
  const { head } = parts;
  checkNation(findings, parts);
  for (const line of head.parents) checkLetters(findings, 'parent', line);
  if (head.issuers.length === 0) findings.add('issuer', 'missing', {});
  for (const line of head.issuers) {
    checkLetters(findings, 'issuer', line);
    checkCentred(findings, 'issuer', line);
  }
  if (head.issuers.length > 0) checkRule(findings, 'issuer', head.issuers, head.issuerRule);
  checkNumber(findings, head.number);
  checkPlaceDate(findings, head.placeDate);
  if (head.urgency) checkUrgency(findings, head.urgency);
  checkTitle(findings, parts);
}

function checkNation(findings: Findings, { head }: Parts): void {
  const { words, issuedBy } = findings.form;
  if (!head.nation) findings.add('nation', 'missing', { expected: words.nation });
  checkLetters(findings, 'nation', head.nation);
  // The decree itself prints HÒA and HOÀ.
  if (head.nation && squeeze(head.nation.text.toLocaleUpperCase('vi')).replace('HOÀ', 'HÒA') !== words.nation)
    findings.add('nation', 'wording', { found: head.nation.text, expected: words.nation });
  if (words.motto !== null) {
    if (!head.motto) findings.add('motto', 'missing', { expected: words.motto });
    checkLetters(findings, 'motto', head.motto);
    checkCentred(findings, 'motto', head.motto);
    if (head.motto && head.motto.text !== words.motto)
      findings.add('motto', 'wording', { found: head.motto.text, expected: words.motto });
  }
  const above = issuedBy === 'party' ? head.nation : head.motto;
  const element = issuedBy === 'party' ? 'nation' : 'motto';
  if (!above) return;
  if (head.nationRule === undefined) {
    findings.add(element, 'rule', {});
    return;
  }
  if (head.nationRule === null) return;
  // As long as the words above it: a tenth more or less is not seen.
  const long = widthOf([above], findings.form, element);
  if (head.nationRule < long * 0.88 || head.nationRule > long * 1.12)
    findings.add(element, 'ruleLength', { found: length(head.nationRule), expected: length(long) });
}

const length = (millimetres: number): string => `${Math.round(millimetres)} mm`;

function widthOf(lines: readonly Line[], form: DocumentForm, element: FormElement): number {
  const rule = form.elements[element];
  const widths = lines.map(
    ({ text, runs }) =>
      (textWidth(text, runs.find((run) => run.text.trim() !== '')?.size ?? rule.written, rule.bold) * 25.4) / 72,
  );
  return Math.max(...widths, 0);
}

/** A rule of 1/3 to 1/2 of the words; of the Party a star or five dashes. */
function checkRule(
  findings: Findings,
  element: FormElement,
  lines: readonly Line[],
  rule: number | null | undefined,
): void {
  if (rule === undefined) {
    findings.add(element, 'rule', { excerpt: lines.at(-1)?.text ?? '' });
    return;
  }
  if (rule === null || findings.form.issuedBy === 'party') return;
  // Words longer than a line are as wide as the line.
  const room = lines.at(-1)?.paragraph.room ?? 0;
  const long = Math.min(widthOf(lines, findings.form, element), room);
  if (rule < long * 0.28 || rule > long * 0.56)
    findings.add(element, 'ruleLength', { found: length(rule), expected: `${length(long / 3)} - ${length(long / 2)}` });
}
function checkNumber(findings: Findings, line: Line | undefined): void {
  const { words, issuedBy } = findings.form;
  if (!line) {
    findings.add('number', 'missing', {});
    return;
  }
  checkLetters(findings, 'number', line);
  checkCentred(findings, 'number', line);
  const { text } = line;
  const said = { found: text, excerpt: text };
  const isColon = /^Số\s*:/iu.test(text);
  if (!text.startsWith('Số')) findings.add('number', 'wording', { ...said, expected: words.number.word });
  if (isColon !== (issuedBy === 'state')) findings.add('number', 'mark', { ...said, expected: words.number.word });
  const rest = text.replace(/^Số\s*:?\s*/iu, '');
  const parted = /^([\d.…\s]*?)\s*([/-])\s*(\S.*)$/u.exec(rest);
  if (!parted) {
    findings.add('number', 'missing', said);
    return;
  }
  const [, number = '', between = '', symbol = ''] = parted;
  if (/^\d$/.test(number.trim())) findings.add('number', 'padding', { ...said, expected: `0${number.trim()}` });
  if (between !== words.number.between)
    findings.add('number', 'separator', { ...said, expected: words.number.between });
  // A number still to be given leaves room before the sign; a number that is there does not.
  if (/\s/u.test(symbol.trim()) || (/\d/.test(number) && /\d\s+[/-]|[/-]\s+\S/u.test(rest)))
    findings.add('number', 'spaces', said);
  const letters = symbol.replace(/^\d{4}\//, '');
  const isCapitals =
    letters.replaceAll('QyĐ', 'QD').replaceAll(/CTr|TTr|TrS|QĐi|TTg/gu, 'T') ===
    letters
      .replaceAll('QyĐ', 'QD')
      .replaceAll(/CTr|TTr|TrS|QĐi|TTg/gu, 'T')
      .toLocaleUpperCase('vi');
  if (!isCapitals) findings.add('number', 'case', said);
}

function checkPlaceDate(findings: Findings, line: Line | undefined): void {
  if (!line) {
    findings.add('placeDate', 'missing', {});
    return;
  }
  checkLetters(findings, 'placeDate', line);
  if (line.paragraph.align !== 'centre' && findings.form.issuedBy === 'state')
    findings.add('placeDate', 'align', { excerpt: line.text });
  const { text } = line;
  const said = { found: text, excerpt: text };
  if (!/^[^,]+,\s*ngày/iu.test(text)) findings.add('placeDate', 'mark', said);
  const parts = /ngày\s*(\S*)\s*tháng\s*(\S*)\s*năm\s*(\S*)/iu.exec(text);
  const [, day = '', month = '', year = ''] = parts ?? [];
  if (!parts || !/^(?:\d{4}|[.…_]*)$/u.test(year)) findings.add('placeDate', 'wording', said);
  if (/^\d$/.test(day)) findings.add('placeDate', 'padding', { ...said, expected: `ngày 0${day}` });
  if (/^[12]$/.test(month)) findings.add('placeDate', 'padding', { ...said, expected: `tháng 0${month}` });
  if (/^0[3-9]$/.test(month)) findings.add('placeDate', 'padding', { ...said, expected: `tháng ${Number(month)}` });
}

const urgencyWords = ['HOẢ TỐC', 'HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN', 'HOẢ TỐC HẸN GIỜ', 'HỎA TỐC HẸN GIỜ'];

function checkUrgency(findings: Findings, line: Line): void {
  checkLetters(findings, 'urgency', line);
  const said = { found: line.text, excerpt: line.text };
  if (!urgencyWords.includes(line.text.toLocaleUpperCase('vi'))) findings.add('urgency', 'wording', said);
  if (!line.paragraph.framed) findings.add('urgency', 'frame', said);
  if (line.runs.some(({ colour, text }) => text.trim() !== '' && !/^(?:FF|E|D|C)/.test(colour ?? '')))
    findings.add('urgency', 'colour', said);
}

function checkTitle(findings: Findings, { kind, about, aboutRule, head }: Parts): void {
  if (!kind) {
    checkLetterSubject(findings, head.letterAbout);
    return;
  }
  checkLetters(findings, 'kind', kind);
  checkCentred(findings, 'kind', kind);
  if (about.length === 0) {
    findings.add('about', 'missing', { excerpt: kind.text });
    return;
  }
  const title = about.filter(({ text }) => !text.startsWith('('));
  for (const line of title) {
    checkLetters(findings, 'about', line);
    checkCentred(findings, 'about', line);
    checkNotCapitals(findings, 'about', line);
  }
  checkRule(findings, 'about', title, aboutRule);
}

/** A công văn names no kind: its subject stands under its number. */
function checkLetterSubject(findings: Findings, lines: readonly Line[]): void {
  const [first] = lines;
  if (!first) {
    findings.add('letterAbout', 'missing', {});
    return;
  }
  for (const line of lines) checkLetters(findings, 'letterAbout', line);
  checkNotCapitals(findings, 'letterAbout', first);
  checkCentred(findings, 'letterAbout', first);
  const said = { found: first.text, excerpt: first.text };
  const wanted = findings.form.words.letterAbout.trim();
  if (wanted !== '' && !key(first.text).startsWith(key(wanted)))
    findings.add('letterAbout', 'wording', { ...said, expected: `${wanted} …` });
  if (wanted === '' && /^v\/v/iu.test(first.text)) findings.add('letterAbout', 'wording', said);
  if (findings.form.issuedBy === 'state' && first.paragraph.before < 6 - 0.1)
    findings.add('letterAbout', 'gap', { expected: '6pt', excerpt: first.text });
}
