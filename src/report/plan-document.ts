import type { OfficialDocument } from '../values/official-document.ts';
import type { TemplateValues } from '../values/template.ts';
import {
  type PlanFacts,
  planAppendices,
  planAppendixFields,
  planAppendixPattern,
  planAppendixPlace,
  planAppendixRequired,
  planAppendixValues,
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

/** A decision that sets targets and gives tasks, each in an appendix across. */
export const planDocument = (facts: PlanFacts): OfficialDocument => ({
  ...planDecision(
    { ...frameOf(facts.issuer, facts.date, 'QĐ'), about: facts.about },
    facts.bases,
    articles(wordsOf(articleWords(facts))),
  ),
  attachments: planAppendices(facts),
});

const names = ['ten_danh_muc', 'noi_phu_luc'] as const;
type Words = Wording<(typeof names)[number]>;

export const planValues = (facts: PlanFacts): TemplateValues => ({
  ...articleWords(facts),
  ...planAppendixValues(facts),
});

export const planTemplate: TemplateMaker = {
  fields: { ...textFields(names), ...planAppendixFields },
  required: planAppendixRequired,
  pattern: (issuer, date) => ({
    ...planDecision(framePattern(issuer, date), ['{@can_cu}'], articles(placeholdersOf(names))),
    attachments: planAppendixPattern(),
  }),
};

function articleWords(facts: PlanFacts): Words['of'] {
  const { targets, tasks } = facts;
  return {
    ten_danh_muc: [targets.length > 0 ? 'chỉ tiêu' : '', tasks.length > 0 ? 'nhiệm vụ' : ''].filter(Boolean).join(', '),
    noi_phu_luc: planAppendixPlace(facts),
  };
}

const articles = ({ of: { ten_danh_muc: what, noi_phu_luc: where } }: Words): string[] => [
  `Ban hành kèm theo Quyết định này danh mục ${what} (chi tiết tại ${where}).`,
  'Quyết định này có hiệu lực kể từ ngày ký.',
  `Thủ trưởng các cơ quan nêu tại ${where} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này`,
];
