import type { DocumentBlock, OfficialDocument } from '../values/official-document.ts';
import { longDay } from '../values/official-words.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { TemplateValues } from '../values/template.ts';
import { upperFirst } from '../values/vietnamese.ts';
import { decisionSentence, listed, type StocktakeFacts, withoutMark } from './stocktake-facts.ts';
import {
  type Frame,
  frameOf,
  framePattern,
  placeholdersOf,
  type TemplateMaker,
  textFields,
  type Wording,
  wordsOf,
} from './template-pattern.ts';

const names = ['ngay_hop', 'dia_diem', 'ten_cuoc_hop', 'chu_toa', 'thanh_phan'] as const;
type Words = Wording<(typeof names)[number]>;

/** Thông báo kết luận: what the chair of a stocktake decided, for all whom it concerns. @param today on which it is written */
export const stocktakeConclusions = (facts: StocktakeFacts, today: PlainDate): OfficialDocument =>
  noticeOf(
    {
      ...frameOf(facts.issuer, today, 'TB'),
      about: `Kết luận của ${facts.chair} tại cuộc họp ${nameOf(facts)}`,
    },
    wordsOf(wordsOfFacts(facts)),
    blocksOf(facts),
  );

export const stocktakeConclusionsValues = (facts: StocktakeFacts): TemplateValues => ({
  ...wordsOfFacts(facts),
  noi_dung: { block: 'body', blocks: blocksOf(facts), closes: false },
});

export const stocktakeConclusionsTemplate: TemplateMaker = {
  fields: { ...textFields(names), noi_dung: 'block' },
  required: ['noi_dung', 'chu_toa'],
  pattern: (issuer, date) =>
    noticeOf(framePattern(issuer, date), placeholdersOf(names), [{ kind: 'paragraph', text: '{@noi_dung}' }]),
};

/** Within a sentence a name begins small. */
const nameOf = ({ title }: StocktakeFacts): string => {
  const name = withoutMark(title).replace(/^(?:cuộc )?họp\s+/iu, '');
  return name === name.toLocaleUpperCase('vi') ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
};

const wordsOfFacts = (facts: StocktakeFacts): Words['of'] => ({
  ngay_hop: upperFirst(longDay(facts.heldOn)),
  dia_diem: facts.place,
  ten_cuoc_hop: nameOf(facts),
  chu_toa: facts.chair,
  thanh_phan: facts.agencies.join(', '),
});

function noticeOf(
  frame: Frame & Pick<OfficialDocument, 'about'>,
  { of: words, when }: Words,
  content: readonly DocumentBlock[],
): OfficialDocument {
  const place = when('dia_diem', `, tại ${words.dia_diem}`);
  const present = when('thanh_phan', ` Tham dự cuộc họp có đại diện ${words.thanh_phan}.`);
  return {
    ...frame,
    kind: 'Thông báo',
    body: [
      {
        kind: 'paragraph',
        text: `${words.ngay_hop}${place}, ${words.chu_toa} chủ trì cuộc họp ${words.ten_cuoc_hop}.${present} Sau khi nghe báo cáo và ý kiến của các cơ quan dự họp, ${words.chu_toa} kết luận như sau:`,
      },
      ...content,
      {
        kind: 'paragraph',
        text: `${frame.head.issuer} thông báo để các cơ quan, đơn vị biết, thực hiện`,
      },
    ],
    recipients: ['Các cơ quan dự họp', 'Các cơ quan được giao nhiệm vụ'],
  };
}

const blocksOf = ({ items }: StocktakeFacts): DocumentBlock[] =>
  items
    .filter(({ decisions }) => decisions.length > 0)
    .flatMap(({ facts, decisions }, at): DocumentBlock[] => [
      { kind: 'passage', level: 'clause', number: at + 1, title: `Về ${nameWithin(facts.name)}` },
      ...listed(decisions.map((decision) => `${decisionSentence(decision)}.`)),
    ]);

const nameWithin = (name: string): string => `“${withoutMark(name)}”`;
