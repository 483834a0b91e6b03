import type { OfficialDocument } from '../values/official-document.ts';
import type { TemplateGrammar, TemplateKind, TemplateValues } from '../values/template.ts';
import { actionPlanTemplate } from './action-plan.ts';
import { consolidatedReportTemplate } from './consolidated-report.ts';
import { extensionNoticeTemplate } from './extension-notice.ts';
import { planTemplate } from './plan-document.ts';
import { scorecardTemplate } from './scorecard-document.ts';
import { stocktakeConclusionsTemplate } from './stocktake-conclusions.ts';
import { stocktakeMinutesTemplate } from './stocktake-minutes.ts';
import { frameFields, frameValues, type TemplateMaker } from './template-pattern.ts';
import { urgingLetterTemplate } from './urging-letter.ts';

/** How each kind of document can be set by a template; its standard form is the template that nobody has edited. */
const makers: Record<TemplateKind, TemplateMaker> = {
  report: consolidatedReportTemplate,
  plan: planTemplate,
  actionPlan: actionPlanTemplate,
  urgingLetter: urgingLetterTemplate,
  extensionNotice: extensionNoticeTemplate,
  scorecard: scorecardTemplate,
  minutes: stocktakeMinutesTemplate,
  conclusions: stocktakeConclusionsTemplate,
};

export const grammarOf = (kind: TemplateKind): TemplateGrammar => ({
  fields: { ...frameFields, ...makers[kind].fields },
  required: makers[kind].required,
});

export const patternOf = (kind: TemplateKind): TemplateMaker['pattern'] => makers[kind].pattern;

/** A document that goes out: as the program sets it, and what a template of its kind fills in. */
export type Outgoing = { kind: TemplateKind; document: OfficialDocument; own: TemplateValues };

export const valuesOf = ({ document, own }: Outgoing): TemplateValues => ({ ...frameValues(document), ...own });
