import type { DocumentBlock, OfficialDocument } from '../values/official-document.ts';
import { formatDate } from '../values/plain-date.ts';
import type { TemplateValues } from '../values/template.ts';
import {
  type ConcludedFact,
  decisionSentence,
  listed,
  type StocktakeFacts,
  standSentence,
  stateSentence,
  withoutMark,
} from './stocktake-facts.ts';
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

const names = ['bat_dau', 'ket_thuc', 'dia_diem', 'thanh_phan', 'chu_toa', 'thu_ky'] as const;
type Words = Wording<(typeof names)[number]>;

/** Biên bản, by Mẫu 1.9 of NĐ 30/2020/NĐ-CP, Phụ lục III. */
export function stocktakeMinutes(facts: StocktakeFacts): OfficialDocument {
  const frame = frameOf(facts.issuer, facts.heldOn, 'BB');
  return minutesOf(
    { ...frame, about: facts.title, signing: { lines: [{ text: 'CHỦ TỌA' }], name: facts.chair } },
    wordsOf(wordsOfFacts(facts)),
    blocksOf(facts),
  );
}

export const stocktakeMinutesValues = (facts: StocktakeFacts): TemplateValues => ({
  ...wordsOfFacts(facts),
  noi_dung: { block: 'body', blocks: blocksOf(facts), closes: false },
});

export const stocktakeMinutesTemplate: TemplateMaker = {
  fields: { ...textFields(names), noi_dung: 'block' },
  required: ['noi_dung', 'chu_toa', 'thu_ky'],
  pattern: (issuer, date) =>
    minutesOf(framePattern(issuer, date), placeholdersOf(names), [{ kind: 'paragraph', text: '{@noi_dung}' }]),
};

const blank = '…………';

const wordsOfFacts = ({ heldOn, begins, ends, place, agencies, chair, secretary }: StocktakeFacts): Words['of'] => ({
  bat_dau: `${begins || blank}, ngày ${formatDate(heldOn)}`,
  ket_thuc: `${ends || blank}, ngày ${formatDate(heldOn)}`,
  dia_diem: place || blank,
  thanh_phan: agencies.length === 0 ? blank : `đại diện ${agencies.join(', ')}`,
  chu_toa: chair,
  thu_ky: secretary || blank,
});

function minutesOf(
  frame: Frame & Pick<OfficialDocument, 'about'>,
  { of: words }: Words,
  content: readonly DocumentBlock[],
): OfficialDocument {
  return {
    ...frame,
    kind: 'Biên bản',
    body: [
      ...[
        `Thời gian bắt đầu: ${words.bat_dau}.`,
        `Địa điểm: ${words.dia_diem}.`,
        `Thành phần tham dự: ${words.thanh_phan}.`,
        `Chủ trì (chủ tọa): ${words.chu_toa}.`,
        `Thư ký (người ghi biên bản): ${words.thu_ky}.`,
        'Nội dung (theo diễn biến cuộc họp):',
      ].map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      ...content,
      { kind: 'paragraph', text: `Cuộc họp kết thúc vào ${words.ket_thuc}` },
    ],
    beside: { lines: [{ text: 'THƯ KÝ' }], name: words.thu_ky },
    recipients: ['Như thành phần tham dự'],
  };
}

const becameOf = (decision: ConcludedFact): string => {
  const { duty } = decision;
  return `${decisionSentence(decision)}. Kết quả: ${duty ? stateSentence(duty.state, duty.share) : 'chưa giao'}.`;
};

function blocksOf({ last, items }: StocktakeFacts): DocumentBlock[] {
  const before: DocumentBlock[] =
    last === null
      ? []
      : [
          {
            ...{ kind: 'passage', level: 'roman', number: 1 },
            title: `Kết quả thực hiện kết luận cuộc họp ngày ${formatDate(last.heldOn)}`,
          },
          ...(last.decisions.length === 0
            ? [{ kind: 'paragraph' as const, text: 'Cuộc họp trước không có kết luận nào.' }]
            : listed(last.decisions.map(becameOf))),
        ];
  return [
    ...before,
    { kind: 'passage', level: 'roman', number: last === null ? 1 : 2, title: 'Nội dung kiểm điểm' },
    ...items.flatMap(({ facts, discussion, decisions }, at): DocumentBlock[] => [
      { kind: 'passage', level: 'clause', number: at + 1, title: withoutMark(facts.name) },
      ...listed([
        `Tình hình: ${standSentence(facts)}.`,
        ...(facts.said?.words
          ? [`${facts.said.agency.name} báo cáo: ${withoutMark(facts.said.words.replaceAll(/\s+/g, ' '))}.`]
          : []),
        ...(discussion === '' ? [] : [`Ý kiến tại cuộc họp: ${withoutMark(discussion.replaceAll(/\s+/g, ' '))}.`]),
        ...decisions.map((decision) => `Kết luận: ${decisionSentence(decision)}.`),
      ]),
    ]),
  ];
}
