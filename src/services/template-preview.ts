import { createHash } from 'node:crypto';
import { pdfOf } from '../files/written/pdf.ts';
import type { Person } from '../registry/may.ts';
import type { Named } from '../registry/named.ts';
import { scoredPeriodOn } from '../registry/scorecard-page.ts';
import type { TemplateShown } from '../registry/template.ts';
import { lateDutyIds, templateSamples } from '../store/template-samples.ts';
import { findTemplate } from '../store/templates.ts';
import { lateDuties } from '../store/urgings.ts';
import type { WrittenFormat } from '../values/document-format.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import type { TemplateKind } from '../values/template.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { asFile, type DocumentFile, type NamedOutgoing, setBy } from './document-file.ts';
import { describePlan } from './export-plan.ts';
import { describeExtension } from './extension-notice.ts';
import type { Issuer } from './issuer-facts.ts';
import { describeReport } from './report-document.ts';
import { describeScorecard } from './scorecards.ts';
import { describeStocktake } from './stocktake-documents.ts';
import { knownIssuer } from './templates.ts';
import { describeUrging } from './urging-letter.ts';
import { workDay } from './work-day.ts';

/** What there is to look at a template of a kind with, of what the person may see. */
export const listTemplateSamples = (app: App, kind: TemplateKind): Promise<Named[]> =>
  templateSamples(app.db, kind, today(app.clock));

/** A document of the register in the form of a template; nothing of it is recorded, for nothing leaves. */
export async function previewTemplate(
  app: App,
  person: Person,
  { id, sample, format }: { id: string; sample: string; format: WrittenFormat },
): Promise<DocumentFile> {
  const { docx, name } = await drawn(app, person, id, sample);
  return asFile(docx, `Xem thử ${name}`, format);
}

/** More is told by the file itself. */
const mostPages = 6;
const pageWidth = 900;

/** Its first pages as pictures, none where this machine makes no .pdf, and where it would depart from the form. */
export async function showTemplate(app: App, person: Person, id: string, sample: string): Promise<TemplateShown> {
  const { docx, name } = await drawn(app, person, id, sample);
  const { maxFileBytes, secrets, clock, reader } = app;
  const file = { bytes: docx, fileName: `${name}.docx`, maxFileBytes, secrets, today: today(clock) };
  const check = await reader.check(file);
  return { pages: await pagesOf(app, docx), check };
}

async function pagesOf({ painter }: App, docx: Buffer): Promise<string[]> {
  const pdf = await pdfOf(docx).catch(unlessRefused('pdfMissing'));
  if (!pdf) return [];
  const fileHash = createHash('sha256').update(pdf).digest('hex');
  const order = { fileHash, format: 'pdf', bytes: async () => pdf, width: pageWidth, turn: 0 } as const;
  const pages: string[] = [];
  while (pages.length < mostPages) {
    const picture = await painter.paint({ ...order, page: pages.length }).catch(unlessRefused('notFound'));
    if (!picture) break;
    pages.push(`data:image/webp;base64,${Buffer.from(picture).toString('base64')}`);
  }
  return pages;
}

const unlessRefused =
  (code: RefusalCode) =>
  (error: unknown): undefined => {
    if (!(error instanceof Refusal && error.code === code)) throw error;
  };

async function drawn(app: App, person: Person, id: string, sample: string): Promise<{ docx: Buffer; name: string }> {
  const { template, one } = await inOneTransaction(app, async (inside) => {
    const template = await findTemplate(inside.db, id);
    if (!template) throw new Refusal('notFound');
    return { template, one: await outgoingOf(inside, person, template.kind, sample) };
  });
  return { docx: await setBy(app, template, one.outgoing), name: one.name };
}

/** Letters are shown as the person's own office would send them. */
async function outgoingOf(app: App, person: Person, kind: TemplateKind, sample: string): Promise<NamedOutgoing> {
  const { db, clock } = app;
  const { posts } = person;
  const day = today(clock);
  const issuing = (): Promise<Issuer> => knownIssuer(db, posts[0]?.agencyId ?? '', day);
  switch (kind) {
    case 'report':
      return describeReport(app, sample);
    case 'plan':
      return describePlan(app, sample, 'assignment');
    case 'actionPlan':
      return describePlan(app, sample, 'actionPlan');
    case 'urgingLetter':
      return describeUrging(db, await lateDuties(db, await lateDutyIds(db, sample, day), day), day, issuing);
    case 'scorecard':
      return describeScorecard(app, sample, { period: scoredPeriodOn(day) }, issuing);
    case 'minutes':
    case 'conclusions':
      return describeStocktake(app, person, sample, kind);
    case 'extensionNotice':
      return describeExtension(db, sample, await workDay(app), issuing);
  }
}
