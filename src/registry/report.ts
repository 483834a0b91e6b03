import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';
import { OutlineSection } from './outline.ts';
import { ReportStage, ReportVerb } from './report-stage.ts';
import { FigureSource, Run, SectionContent } from './section-content.ts';
import { SubmissionStage } from './submission-stage.ts';

/** Báo cáo tổng hợp of a round, and the sections that agencies send for it. */

const Changed = z.object({ at: z.iso.datetime(), by: Named });

/** What an agency says under one heading. */
export const SectionText = z.object({
  section: OutlineSection,
  content: SectionContent,
  changed: Changed.nullable(),
  /** 0: nothing was saved yet. */
  version: z.int(),
});
export type SectionText = z.infer<typeof SectionText>;

/** What a reference stands for today, where it was corrected; null: there is no such number any more. */
export const CorrectedValue = z.object({ source: FigureSource, value: z.number().nullable() });
export type CorrectedValue = z.infer<typeof CorrectedValue>;

/** The sections of one submission, with what was said of the same in the period before. */
export const SubmissionSections = z.object({
  sections: z.array(SectionText.extend({ before: SectionContent.nullable() })),
  /** The period that `before` is of. */
  beforeTitle: z.string().nullable(),
  corrected: z.array(CorrectedValue),
});
export type SubmissionSections = z.infer<typeof SubmissionSections>;

/** One heading of the consolidated report. */
export const ReportSection = OutlineSection.pick({ key: true, title: true, level: true }).extend({
  content: SectionContent,
  /** As it was when it was last submitted or given back. */
  lastDraft: SectionContent.nullable(),
  /** How many agencies owe it, and how many of them have sent something. */
  owed: z.int(),
  sent: z.int(),
  changed: Changed.nullable(),
  version: z.int(),
});
export type ReportSection = z.infer<typeof ReportSection>;

const addressLines = z.array(z.string().trim().min(1).max(300)).max(60);

/** Kính gửi, nơi nhận: the next report of the same regime begins with them. */
export const ReportAddress = z.object({ addressees: addressLines, recipients: addressLines });
export type ReportAddress = z.infer<typeof ReportAddress>;

export const ReportRecord = z.object({
  id: z.uuid(),
  title: z.string(),
  stage: ReportStage,
  returnedBecause: z.string().nullable(),
  signed: Changed.nullable(),
  number: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  publishedAt: z.iso.datetime().nullable(),
  ...ReportAddress.shape,
  version: z.int(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

export const ReportPage = z.object({
  round: z.object({ id: z.uuid(), title: z.string() }),
  /** Null: nobody has begun it. */
  report: ReportRecord.nullable(),
  sections: z.array(ReportSection),
  /** Agencies by the submission that their words came from. */
  contributors: z.array(z.object({ submissionId: z.uuid(), agency: Named })),
  corrected: z.array(CorrectedValue),
  may: z.array(ReportVerb),
  /** Whether it may be begun by whoever asks. */
  mayBegin: z.boolean(),
});
export type ReportPage = z.infer<typeof ReportPage>;

/** What one agency sent for one section. */
export const Contribution = z.object({
  submissionId: z.uuid(),
  agency: Named,
  stage: SubmissionStage,
  content: SectionContent,
  changed: Changed,
});
export type Contribution = z.infer<typeof Contribution>;

/** A sentence that the figures of a round compose. */
export const FigureSentence = z.object({
  /** Null: of several together. */
  agency: Named.nullable(),
  agencies: z.int(),
  indicator: Named,
  line: z.string(),
  pillar: z.string().nullable(),
  runs: z.array(Run),
});
export type FigureSentence = z.infer<typeof FigureSentence>;

/** What was signed: the sections with their numbers as they were on that day. The appendices, which are long, are stored beside. */
export const FrozenReport = z.object({
  sections: z.array(OutlineSection.pick({ key: true, title: true, level: true }).extend({ content: SectionContent })),
  contributors: ReportPage.shape.contributors,
});
export type FrozenReport = z.infer<typeof FrozenReport>;
