import type { DocumentForm, ElementRule, FormElement } from '../../values/document-form.ts';
import type { FaultAspect, FormBox, FormFault } from '../../values/form-check.ts';
import type { LaidRun } from '../../values/laid-document.ts';
import { excerptOf, type Line } from './lines.ts';

type Said = { found?: string; expected?: string; clause?: string; excerpt?: string };

/** What was found wrong, the same thing once with how often it was found. */
export type Findings = {
  form: DocumentForm;
  add: (element: FormElement | 'page', aspect: FaultAspect, said: Said) => void;
  all: () => FormFault[];
};

const boxOf = (box: string): FormBox => (box.startsWith('7') ? '7' : box.startsWith('10') ? '10' : (box as FormBox));

export function newFindings(form: DocumentForm): Findings {
  const found = new Map<string, FormFault>();
  return {
    form,
    add: (element, aspect, { found: what = '', expected = '', clause, excerpt = '' }) => {
      const rule: ElementRule | undefined = element === 'page' ? undefined : form.elements[element];
      const same = `${element} ${aspect} ${what} ${expected}`;
      const known = found.get(same);
      if (known) known.times++;
      else
        found.set(same, {
          ...{ box: rule ? boxOf(rule.box) : 'page', element, aspect, found: what, expected },
          ...{ clause: clause ?? rule?.clause ?? '', excerpt: excerptOf(excerpt), times: 1 },
        });
    },
    all: () => [...found.values()],
  };
}

const sizes = ([least, most]: readonly [number, number]): string =>
  least === most ? `${least}` : `${least} - ${most}`;
const written = (size: number): string => String(size).replace('.', ',');

const shown = ({ runs }: Line): LaidRun[] => runs.filter(({ text }) => text.trim() !== '');

/** Each look once, however many runs a line is cut into. */
const looksOf = (line: Line): LaidRun[] => [
  ...new Map(shown(line).map((run) => [`${run.font} ${run.size} ${run.colour}`, run])).values(),
];

/** The letters of an element against its rule: font, size, bold, italic, capitals, colour. */
export function checkLetters(
  findings: Findings,
  element: FormElement,
  line: Line | undefined,
  left: readonly FaultAspect[] = [],
): void {
  if (!line || shown(line).length === 0) return;
  const rule = findings.form.elements[element];
  const excerpt = line.text;
  const add = (aspect: FaultAspect, said: Said = {}): void => {
    if (!left.includes(aspect)) findings.add(element, aspect, { excerpt, ...said });
  };
  for (const { font, size, colour } of looksOf(line)) {
    if (font !== findings.form.font.name)
      add('font', { found: font ?? '?', expected: findings.form.font.name, clause: findings.form.font.clause });
    const [least, most] = rule.size;
    if (size < least || size > most) add('size', { found: written(size), expected: sizes(rule.size) });
    if (colour !== null && element !== 'urgency')
      add('colour', { found: `#${colour}`, clause: findings.form.font.clause });
  }
  const every = (is: (run: LaidRun) => boolean): boolean => shown(line).every(is);
  if (rule.bold && !every(({ bold }) => bold)) add('notBold');
  if (!rule.bold && every(({ bold }) => bold)) add('bold');
  if (rule.italic && !every(({ italic }) => italic)) add('notItalic');
  if (!rule.italic && every(({ italic }) => italic)) add('italic');
  if (rule.underline && !every(({ underline }) => underline)) add('underline');
  if (rule.caps && excerpt !== excerpt.toLocaleUpperCase('vi'))
    add('case', { expected: excerpt.toLocaleUpperCase('vi') });
}

/** Of elements that are written as a sentence is. */
export function checkNotCapitals(findings: Findings, element: FormElement, line: Line | undefined): void {
  const letters = line?.text.match(/\p{L}/gu) ?? [];
  if (line && letters.length > 6 && letters.every((letter) => letter === letter.toLocaleUpperCase('vi')))
    findings.add(element, 'case', { excerpt: line.text, found: line.text });
}

export function checkCentred(findings: Findings, element: FormElement, line: Line | undefined): void {
  if (line && line.paragraph.align !== 'centre') findings.add(element, 'align', { excerpt: line.text });
}

/** Hundredths and rounding are nobody's fault. */
export const near = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within;
