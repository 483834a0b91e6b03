import { actionPlanName } from '../registry/plan-draft.ts';
import type { Attachment, DocumentBlock, OfficialDocument } from '../values/official-document.ts';
import type { TemplateValues } from '../values/template.ts';
import { upperFirst } from '../values/vietnamese.ts';
import {
  type PlanFacts,
  planAppendices,
  planAppendixFields,
  planAppendixPattern,
  planAppendixPlace,
  planAppendixRequired,
  planAppendixValues,
  planAppendixWords,
  planDecision,
} from './plan-parts.ts';
import {
  frameOf,
  framePattern,
  placeholdersOf,
  type TemplateMaker,
  textFields,
  type Wording,
  wordsOf,
} from './template-pattern.ts';

export type ActionPlanFacts = PlanFacts & {
  /** Mục đích, yêu cầu, a paragraph each; none where nobody wrote any. */
  purpose: readonly string[];
  /** Tổ chức thực hiện, after who carries it out. */
  carryingOut: readonly string[];
};

/** A decision that issues a kế hoạch: its text, and the appendices of its targets and tasks. */
export const actionPlan = (facts: ActionPlanFacts): OfficialDocument => {
  const words = wordsOf(wordsOfFacts(facts));
  return {
    ...planDecision(
      { ...frameOf(facts.issuer, facts.date, 'QĐ'), about: `Ban hành Kế hoạch ${words.of.ten_ke_hoach}` },
      facts.bases,
      articles(words),
    ),
    attachments: [issued(words, sections(facts)), ...planAppendices(facts)],
  };
};

const names = ['ten_ke_hoach', 'trich_yeu_ke_hoach', 'noi_phu_luc'] as const;
type Words = Wording<(typeof names)[number]>;

export const actionPlanValues = (facts: ActionPlanFacts): TemplateValues => ({
  ...wordsOfFacts(facts),
  noi_dung_ke_hoach: { block: 'body', blocks: sections(facts), closes: true },
  ...planAppendixValues(facts),
});

export const actionPlanTemplate: TemplateMaker = {
  fields: { ...textFields(names), noi_dung_ke_hoach: 'block', ...planAppendixFields },
  required: ['noi_dung_ke_hoach', ...planAppendixRequired],
  pattern: (issuer, date) => {
    const words = placeholdersOf(names);
    return {
      ...planDecision(framePattern(issuer, date), ['{@can_cu}'], articles(words)),
      attachments: [issued(words, [{ kind: 'paragraph', text: '{@noi_dung_ke_hoach}' }]), ...planAppendixPattern()],
    };
  },
};

function wordsOfFacts(facts: ActionPlanFacts): Words['of'] {
  const name = actionPlanName(facts.about) || '…………';
  return { ten_ke_hoach: name, trich_yeu_ke_hoach: upperFirst(name), noi_phu_luc: planAppendixPlace(facts) };
}

const articles = ({ of: { ten_ke_hoach: name, noi_phu_luc: where } }: Words): string[] => [
  `Ban hành kèm theo Quyết định này Kế hoạch ${name}.`,
  'Quyết định này có hiệu lực kể từ ngày ký.',
  `Thủ trưởng các cơ quan nêu tại ${where} của Kế hoạch và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này`,
];

const issued = ({ of: { trich_yeu_ke_hoach: about } }: Words, blocks: readonly DocumentBlock[]): Attachment => ({
  ...{ as: 'issued', kind: 'Kế hoạch', about, blocks },
});

/** What refers to an appendix stands in brackets: as a sentence our reader would take it for a task of its own. */
function sections(facts: ActionPlanFacts): DocumentBlock[] {
  const { targets, tasks } = planAppendixWords(facts);
  return [
    { title: 'Mục đích, yêu cầu', says: facts.purpose },
    { title: 'Chỉ tiêu', says: targets ? [`(Chi tiết tại ${targets} kèm theo)`] : [] },
    { title: 'Nhiệm vụ, giải pháp', says: tasks ? [`(Chi tiết tại ${tasks} kèm theo)`] : [] },
    {
      title: 'Tổ chức thực hiện',
      says: [
        `Thủ trưởng các cơ quan nêu tại ${planAppendixPlace(facts)} chịu trách nhiệm thi hành Kế hoạch này.`,
        ...facts.carryingOut,
      ],
    },
  ]
    .filter(({ says }) => says.length > 0)
    .flatMap(({ title, says }, at): DocumentBlock[] => [
      { kind: 'passage', level: 'roman', number: at + 1, title },
      ...says.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    ]);
}
