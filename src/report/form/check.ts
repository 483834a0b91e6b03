import type { IssuerKind } from '../../values/document-form.ts';
import type { Secrecy } from '../../values/finding.ts';
import { type FormBox, type FormCheck, formBoxes } from '../../values/form-check.ts';
import { formOn } from '../../values/form-choice.ts';
import type { LaidDocument } from '../../values/laid-document.ts';
import { type PlainDate, plainDate } from '../../values/plain-date.ts';
import { checkAttachments } from './appendix-rules.ts';
import { checkBody } from './body-rules.ts';
import { checkEnd } from './end-rules.ts';
import { newFindings } from './findings.ts';
import { checkHead } from './head-rules.ts';
import { isBlank, key, linesOf, paragraphsOf } from './lines.ts';
import { checkPages } from './page-rules.ts';
import { type Parts, partsOf } from './parts.ts';

/** Where a document departs from the form of its kind of issuer and day. @param today for one that bears no day */
export function checkForm(document: LaidDocument, today: PlainDate): FormCheck {
  const parts = partsOf(document);
  const form = formOn(issuerKindIn(parts), dayIn(parts) ?? today);
  const findings = newFindings(form);
  checkPages(findings, document, parts);
  checkHead(findings, parts);
  checkBody(findings, parts);
  checkEnd(findings, parts, document.sections[0]);
  checkAttachments(findings, parts, document);
  const all = findings.all();
  return {
    ...{ form: form.code, formName: form.name, secondHand: form.secondHand },
    boxes: formBoxes.map((box) => {
      const faults = all.filter((fault) => fault.box === box);
      return { box, faults, state: faults.length > 0 ? 'departs' : stateOf(box, parts, document) };
    }),
  };
}

/** The Party's documents say so in their first line, and number with a dash. */
function issuerKindIn({ head }: Parts): IssuerKind {
  if (head.nation) return /^dang cong san/.test(key(head.nation.text)) ? 'party' : 'state';
  return /^so\s*:?\s*\d*\s*-\s*\w+\s*\/(?:tu|tw|hu|du)/.test(key(head.number?.text ?? '')) ? 'party' : 'state';
}

/** Its own day, or where only month and year stand yet, the first of the month. */
function dayIn({ head }: Parts): PlainDate | undefined {
  const found = /ngay\s*(\d*)\D*thang\s*(\d+)\D*nam\s*(\d{4})/.exec(key(head.placeDate?.text ?? ''));
  return found ? plainDate(Number(found[3]), Number(found[2]), Number(found[1]) || 1) : undefined;
}

type State = FormCheck['boxes'][number]['state'];

/** Of a box in which nothing is wrong. */
function stateOf(box: FormBox, parts: Parts, { sections }: LaidDocument): State {
  const present = (is: boolean): State => (is ? 'right' : 'absent');
  const [first] = sections;
  const states: Partial<Record<FormBox, State>> = {
    '5a': present(parts.kind !== undefined),
    '5b': present(parts.kind === undefined),
    '8': 'byHand',
    '9a': present(parts.to.length > 0),
    '10': present(parts.head.urgency !== undefined),
    '11': present((first?.firstHeader ?? []).some((one) => !isBlank(one))),
    '12': present(parts.recipients.some(({ text }) => /\(\d+\)/.test(text))),
    '13': present((first?.firstFooter ?? []).some((one) => !isBlank(one))),
    '14': 'byHand',
    appendix: present(parts.attachments.some(({ isAppendix }) => isAppendix)),
  };
  return states[box] ?? 'right';
}

const secrecyMarks: Readonly<Record<string, Secrecy>> = {
  mat: 'confidential',
  'toi mat': 'secret',
  'tuyet mat': 'topSecret',
};

/** The mark of a state secret at a document's head, or in what stands around its pages. */
export function secrecyOf({ sections }: LaidDocument): Secrecy | undefined {
  const first = (sections[0]?.blocks ?? []).slice(0, 12).flatMap(paragraphsOf);
  const edges = sections.flatMap((one) => [...one.header, ...one.firstHeader, ...one.footer, ...one.firstFooter]);
  const head = [...first, ...edges].flatMap(linesOf);
  const mark = head.find(({ text }) => text === text.toLocaleUpperCase('vi') && secrecyMarks[key(text)]);
  return mark && secrecyMarks[key(mark.text)];
}
