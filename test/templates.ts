import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fillTemplate } from '../src/files/template/template.ts';
import { writeBlock } from '../src/files/written/official-block.ts';
import { writeOfficialDocument } from '../src/files/written/official-document.ts';
import { stateDay } from '../src/registry/duty-state.ts';
import { proposedRules } from '../src/registry/emulation-scale.ts';
import { scoreOf } from '../src/registry/scorecard.ts';
import { workingCalendar } from '../src/registry/working-days.ts';
import type { ActionPlanFacts } from '../src/report/action-plan.ts';
import { consolidatedReport, consolidatedReportValues } from '../src/report/consolidated-report.ts';
import { extensionNotice, extensionNoticeValues } from '../src/report/extension-notice.ts';
import type { IssuerFacts } from '../src/report/issuer.ts';
import { planOutgoing } from '../src/report/plan-forms.ts';
import { type ScorecardFacts, scorecardNotice, scorecardValues } from '../src/report/scorecard-document.ts';
import { stocktakeConclusions, stocktakeConclusionsValues } from '../src/report/stocktake-conclusions.ts';
import type { StocktakeFacts } from '../src/report/stocktake-facts.ts';
import { stocktakeMinutes, stocktakeMinutesValues } from '../src/report/stocktake-minutes.ts';
import { type Outgoing, patternOf, valuesOf } from '../src/report/template-kinds.ts';
import { measuredFor } from '../src/report/template-pattern.ts';
import { urgingLetter, urgingLetterValues } from '../src/report/urging-letter.ts';

/** Documents of each kind that templates fill, and templates edited as people edit them. */

export const province: IssuerFacts = { name: 'Ủy ban nhân dân tỉnh Bình Nguyên', parent: null, place: 'Bình Nguyên' };
const office: IssuerFacts = { name: 'Sở Tài chính', parent: 'Ủy ban nhân dân tỉnh Bình Nguyên', place: 'Bình Nguyên' };
const party: IssuerFacts = {
  name: 'Tỉnh ủy Bình Nguyên',
  parent: null,
  place: 'Bình Nguyên',
};

const date = '2026-03-08';

export const urging = (issuer: IssuerFacts): Outgoing => {
  const facts = {
    ...{ issuer, agency: 'Sở Y tế & Dân số', today: date, answerBy: '2026-03-15' },
    duties: [
      ...[
        { what: 'Xây dựng đề án <một> {so}', documents: ['95/QĐ-UBND'], due: '2026-02-01', days: 24 },
        { what: 'Rà soát “quy hoạch”', documents: ['95/QĐ-UBND', '7/KH-UBND'], due: '2026-02-20', days: 10 },
      ].map((duty) => ({ ...duty, share: null, reportedOn: null })),
      { what: 'Báo cáo', documents: [], due: '2026-03-01', days: 5, share: 40, reportedOn: '2026-03-02' },
    ],
  };
  return { kind: 'urgingLetter', document: urgingLetter(facts), own: urgingLetterValues(facts) };
};

export const extension = (issuer: IssuerFacts, documents: string[], dueBefore: string | null): Outgoing => {
  const facts = {
    ...{ issuer, agency: 'Sở Y tế', what: 'Xây dựng đề án.', documents, dueBefore },
    ...{ dueGranted: '2026-06-30', reason: 'chờ Trung ương hướng dẫn', today: date },
  };
  return { kind: 'extensionNotice', document: extensionNotice(facts), own: extensionNoticeValues(facts) };
};

const scorecard = (issuer: IssuerFacts, isJudged: boolean): Outgoing => {
  const duties = isJudged
    ? (['2026-02-27', '2026-03-02'] as const).map((doneOn) => ({
        ...{ id: doneOn, stage: 'done', due: '2026-02-28', doneOn, hasOfficer: true },
        ...{ givenOn: '2026-01-05', saidOn: doneOn, waits: false },
      }))
    : [];
  const days = { last: stateDay(workingCalendar([]), '2026-03-14', 3), today: '2026-03-20', over: isJudged };
  const agency = { id: 'a', duties, reports: [], targets: [], obstacles: [], people: { people: 1, came: 1 } };
  const rules = { ...proposedRules, leastCovered: 30 };
  const decision = { id: 1, decisionNumber: '12/QĐ-UBND', decisionDate: '2026-01-05', validFrom: '2026-01-01', rules };
  const card: ScorecardFacts['card'] = {
    ...{ period: '2026-Q1', from: '2025-12-15', to: '2026-03-14', last: '2026-03-14', rules },
    ...{ asOf: isJudged ? '2026-03-20' : '2026-03-08', agency: { id: 'a', name: 'Sở Y tế & Dân số' } },
    ...{ group: { kind: 'department', tier: 'province' }, score: scoreOf(agency, days, rules) },
    scale: isJudged ? { ...decision, setAt: '2026-01-06T00:00:00Z', setBy: { id: 'b', name: 'B' } } : null,
  };
  const facts = { issuer, card, today: date };
  return { kind: 'scorecard', document: scorecardNotice(facts), own: scorecardValues(facts) };
};

const target = (name: string, value: number): ActionPlanFacts['targets'][number] => ({
  ...{ id: name, parentId: null, group: 'Về kinh tế', name, variant: null, op: '>=', value, value2: null, of: null },
  ...{ unit: '%', change: 'level', base: null, year: 2026, yearFrom: null, agencies: ['Sở Tài chính'] },
});
const task = (content: string, group: string | null): ActionPlanFacts['tasks'][number] => ({
  ...{
    content,
    group,
    lead: ['Sở Y tế'],
    coord: ['Công an tỉnh'],
    monitor: [],
    productRaw: 'Báo cáo',
    fundingRaw: null,
  },
  time: { kind: 'by', to: '2026-06-30' } as never,
});

export const planFacts = (issuer: IssuerFacts, parts: Partial<ActionPlanFacts> = {}): ActionPlanFacts => ({
  ...{ issuer, date, about: 'Giao chỉ tiêu, nhiệm vụ năm 2026' },
  bases: ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Căn cứ Nghị quyết số 30/NQ-HĐND'],
  targets: [target('Tỷ lệ đô thị hóa', 40), target('Tỷ lệ che phủ rừng', 42.5)],
  tasks: [
    task('Xây dựng đề án', 'Kinh tế'),
    task('Rà soát quy hoạch', 'Kinh tế'),
    task('Nâng cấp trạm y tế', 'Xã hội'),
  ],
  purpose: ['Cụ thể hóa các mục tiêu, nhiệm vụ của năm 2026', 'Bảo đảm rõ người, rõ việc, rõ thời gian'],
  carryingOut: ['Kinh phí thực hiện theo phân cấp ngân sách hiện hành.'],
  ...parts,
});

export const plan = (facts: ActionPlanFacts): Outgoing => planOutgoing('assignment', facts);
export const actionPlan = (facts: ActionPlanFacts): Outgoing => planOutgoing('actionPlan', facts);

export const report = (issuer: IssuerFacts, withAppendices = true): Outgoing => {
  const says = (text: string) => [{ kind: 'paragraph' as const, runs: [{ text }] }];
  const facts: Parameters<typeof consolidatedReport>[0] = {
    ...{ addressees: withAppendices ? ['Văn phòng Chính phủ'] : [], recipients: ['Các sở, ban, ngành'] },
    ...{ issuer, title: 'Báo cáo tình hình kinh tế - xã hội quý I năm 2026', number: '45/BC-UBND', date },
    signer: 'Nguyễn Văn An',
    sections: [
      { title: 'Kết quả', level: 1, content: says('Thu nội địa ước đạt 5.120 tỷ đồng (chi tiết tại các Phụ lục).') },
      { title: 'Kiến nghị', level: 1, content: says('Không có') },
    ],
    appendices: {
      day: date,
      targets: withAppendices
        ? [
            {
              indicator: { name: 'Thu nội địa', unit: 'tỷ đồng', measure: 'amount', decimals: 0 } as never,
              ...{ line: '', agency: 'Sở Tài chính', plan: 6220, value: 2000, toDate: 5120 },
              ...{ before: 1900, beforeToDate: 4825.6, computed: true, formula: null },
            },
          ]
        : [],
      tasks: withAppendices
        ? [
            {
              ...{ what: 'Hoàn thành đề án', documents: ['95/QĐ-UBND'], agency: 'Sở Tài chính', due: '2026-09-01' },
              ...{ doneOn: null, state: 'openOverdue', share: 40, said: null },
            },
          ]
        : [],
    },
  };
  return { kind: 'report', document: consolidatedReport(facts), own: consolidatedReportValues(facts) };
};

const stocktakeFacts = (issuer: IssuerFacts, isFull: boolean): StocktakeFacts => {
  const decision = { agency: 'Sở Y tế', content: 'Trình đề án.', due: '2026-04-15' };
  const stand = { kind: 'duty', state: 'openOverdue', share: 40 } as const;
  const said = { at: '2026-03-02T03:00:00.000Z', agency: { id: 'yt', name: 'Sở Y tế' }, words: 'Đã họp thẩm định;' };
  const one = { facts: { name: 'Xây dựng đề án.', now: stand, said: isFull ? said : null }, discussion: '' };
  return {
    ...{ issuer, title: 'Kiểm điểm tiến độ tháng 3 năm 2026', heldOn: date, chair: 'Nguyễn Văn An' },
    ...(isFull
      ? { begins: '8 giờ 00', ends: '10 giờ 30', place: 'Phòng họp số 1', secretary: 'Lê Thị Bình' }
      : { begins: '', ends: '', place: '', secretary: '' }),
    agencies: isFull ? ['Sở Y tế', 'Sở Tài chính'] : [],
    last: isFull
      ? {
          heldOn: '2026-02-08',
          decisions: [
            { ...decision, duty: { state: 'doneLate', share: 100 } },
            { ...decision, duty: null },
          ],
        }
      : null,
    items: [
      { ...one, discussion: isFull ? 'Còn chờ ý kiến' : '', decisions: [{ ...decision, duty: null }] },
      { ...one, decisions: [] },
    ],
  };
};

const minutes = (issuer: IssuerFacts, isFull: boolean): Outgoing => {
  const facts = stocktakeFacts(issuer, isFull);
  return { kind: 'minutes', document: stocktakeMinutes(facts), own: stocktakeMinutesValues(facts) };
};

const conclusions = (issuer: IssuerFacts, isFull: boolean): Outgoing => {
  const facts = stocktakeFacts(issuer, isFull);
  return { kind: 'conclusions', document: stocktakeConclusions(facts, date), own: stocktakeConclusionsValues(facts) };
};

/** One of each kind, of each kind of issuer, with and without what may be missing. */
export const outgoing: Record<string, Outgoing> = Object.fromEntries(
  Object.entries({ province, office, party }).flatMap(([name, issuer]) => [
    [`urging letter of ${name}`, urging(issuer)],
    [`extension of ${name}`, extension(issuer, ['95/QĐ-UBND'], '2026-03-31')],
    [`extension of ${name} without what was before`, extension(issuer, [], null)],
    [`minutes of ${name}`, minutes(issuer, true)],
    [`minutes of ${name} with what is to be written in`, minutes(issuer, false)],
    [`conclusions of ${name}`, conclusions(issuer, true)],
    [`conclusions of ${name} without place`, conclusions(issuer, false)],
    [`scorecard of ${name}`, scorecard(issuer, true)],
    [`scorecard of ${name} without a score`, scorecard(issuer, false)],
    [`plan of ${name}`, plan(planFacts(issuer))],
    [`plan of ${name} without tasks`, plan(planFacts(issuer, { tasks: [] }))],
    [`plan of ${name} without targets`, plan(planFacts(issuer, { targets: [], bases: [] }))],
    [`action plan of ${name}`, actionPlan(planFacts(issuer))],
    [`action plan of ${name} without tasks and purpose`, actionPlan(planFacts(issuer, { tasks: [], purpose: [] }))],
    [`report of ${name}`, report(issuer)],
    [`report of ${name} without appendices`, report(issuer, false)],
  ]),
);

/** The template that an administrator downloads. */
export const templateFor = async ({ kind, document, own }: Outgoing, issuer: IssuerFacts): Promise<Buffer> =>
  writeOfficialDocument(patternOf(kind)(issuer, document.head.date), measuredFor(valuesOf({ kind, document, own })));

export const filled = (template: Uint8Array, one: Outgoing): Promise<Buffer> =>
  fillTemplate(template, {
    values: valuesOf(one),
    facts: { title: one.document.about, creator: one.document.head.issuer },
    setBlock: (waiting) => writeBlock(one.document.head, waiting),
  });

/** A part of the file changed by hand. */
export function edited(docx: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Buffer {
  const files = unzipSync(new Uint8Array(docx));
  const before = strFromU8(files[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${part}`);
  return Buffer.from(zipSync({ ...files, [part]: strToU8(after) }));
}
