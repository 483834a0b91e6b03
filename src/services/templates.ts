import { randomUUID } from 'node:crypto';
import { checkTemplate } from '../files/template/check.ts';
import { templateLimits } from '../files/template/package.ts';
import { writeOfficialDocument } from '../files/written/official-document.ts';
import type { Person } from '../registry/may.ts';
import {
  sameScope,
  type TemplateJudged,
  type TemplatePlaceholder,
  type TemplateScope,
  type TemplateUse,
  usesOn,
} from '../registry/template.ts';
import { grammarOf, patternOf } from '../report/template-kinds.ts';
import { frameOf, frameValues, measuredFor } from '../report/template-pattern.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import {
  findTemplate,
  insertTemplate,
  insertTemplateUse,
  listTemplates,
  listTemplateUses,
} from '../store/templates.ts';
import { issuerKindOf } from '../values/form-choice.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type TemplateFields, type TemplateKind, typedAs } from '../values/template.ts';
import { templateKindNames } from '../values/template-words.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { asFile, type DocumentFile } from './document-file.ts';
import type { IncomingFile } from './import-document.ts';
import { type Issuer, issuerFacts } from './issuer-facts.ts';
import { receiveBytes } from './receive-file.ts';
import { fileOfBytes } from './stored-files/stored-files.ts';

/** All templates, and all that was ever decided about them. */
export const getTemplates = (app: App) =>
  inOneTransaction(app, async ({ db, clock }) => {
    const day = today(clock);
    const uses = await listTemplateUses(db, day);
    return {
      templates: await listTemplates(db),
      uses,
      inForce: usesOn(uses, day).map(({ id }) => id),
      today: day,
      placeholders: {
        report: placeholdersOf('report'),
        plan: placeholdersOf('plan'),
        actionPlan: placeholdersOf('actionPlan'),
        urgingLetter: placeholdersOf('urgingLetter'),
        extensionNotice: placeholdersOf('extensionNotice'),
        scorecard: placeholdersOf('scorecard'),
        minutes: placeholdersOf('minutes'),
        conclusions: placeholdersOf('conclusions'),
      },
    };
  });

function placeholdersOf(kind: TemplateKind): TemplatePlaceholder[] {
  const { fields, required } = grammarOf(kind);
  const listed = (some: TemplateFields, within: string | null): TemplatePlaceholder[] =>
    Object.entries(some).flatMap(([name, field]) => {
      const one = { typed: typedAs(name, field), name, within, required: required.includes(name) };
      return typeof field === 'object' ? [one, ...listed(field, one.typed)] : [one];
    });
  return listed(fields, null);
}

/** The form that a kind of document has without a template, to begin one with. */
export async function writeStandardTemplate(app: App, kind: TemplateKind, agencyId: string): Promise<DocumentFile> {
  const day = today(app.clock);
  const issuer = await knownIssuer(app.db, agencyId, day);
  const document = patternOf(kind)(issuer, day);
  const values = frameValues({ ...document, ...frameOf(issuer, day, null) });
  const docx = await writeOfficialDocument(document, measuredFor(values));
  return asFile(docx, `Mẫu ${templateKindNames.vi[kind].toLocaleLowerCase('vi')}`, 'docx');
}

export async function knownIssuer(db: Db, agencyId: string, day: PlainDate): Promise<Issuer> {
  const issuer = await issuerFacts(db, agencyId, day);
  if (!issuer) throw new Refusal('notFound');
  return issuer;
}

export async function readTemplate(app: App, id: string): Promise<DocumentFile> {
  const found = await findTemplate(app.db, id);
  if (!found) throw new Refusal('notFound');
  return asFile(await app.files.read(found.hash), found.fileName.replace(/\.docx$/i, ''), 'docx');
}

/** Kept where nothing in it is broken; whatever is, is told with its place. */
export async function uploadTemplate(
  app: App,
  { user }: Person,
  { file, kind }: { file: IncomingFile; kind: TemplateKind },
): Promise<TemplateJudged> {
  const { maxFileBytes, secrets, clock, reader } = app;
  const { name: fileName, bytes } = await receiveBytes(app, file, Math.min(maxFileBytes, templateLimits.fileBytes));
  // What is no Word file, hostile or secret is found out in a process of its own.
  await reader.check({ bytes, fileName, maxFileBytes, secrets, today: today(clock) });
  const grammar = grammarOf(kind);
  const { faults, used } = checkTemplate(bytes, fileName, grammar);
  const unused = namesIn(grammar.fields).filter((name) => !used.includes(name));
  if (faults.length > 0) return { kept: null, faults, unused };
  const [id, at] = [randomUUID(), clock.now()];
  const kept = fileOfBytes(bytes);
  await app.files.keep(kept);
  await app.db.transaction().execute(async (trx) => {
    await insertTemplate(trx, { id, kind, fileName, hash: kept.hash, by: user.id, at });
    await record(trx, { verb: 'uploadTemplate', id, userId: user.id, at, before: null, after: { kind, fileName } });
  });
  return { kept: { id, kind, fileName, by: { id: user.id, name: user.name }, at: at.toISOString() }, faults, unused };
}

const namesIn = (fields: TemplateFields): string[] => [
  ...new Set(
    Object.entries(fields).flatMap(([name, field]) => [name, ...(typeof field === 'object' ? namesIn(field) : [])]),
  ),
];

type Deed = {
  verb: 'uploadTemplate' | 'putTemplateInForce' | 'endTemplate';
  id: string;
  userId: string;
  at: Date;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

const record = (trx: Db, { id, ...deed }: Deed): Promise<void> =>
  recordActions(trx, [
    { ...deed, operation: randomUUID(), documentId: null, subjectKind: 'template', subjectId: id, reason: null },
  ]);

export type PutInForce = Omit<TemplateScope, 'kind'> & { from: PlainDate };

/** @throws Refusal notFound, templateDayPast, templateBroken */
export async function putTemplateInForce(
  app: App,
  { user }: Person,
  id: string,
  { from, ...asked }: PutInForce,
): Promise<void> {
  const day = today(app.clock);
  const found = await findTemplate(app.db, id);
  if (!found) throw new Refusal('notFound');
  if (from < day) throw new Refusal('templateDayPast');
  const { faults } = checkTemplate(await app.files.read(found.hash), found.fileName, grammarOf(found.kind));
  if (faults.length > 0) throw new Refusal('templateBroken', { name: found.fileName, faults: faults.length });
  await app.db.transaction().execute(async (trx) => {
    const scope = await scopeOf(trx, { kind: found.kind, ...asked }, day);
    const at = app.clock.now();
    await insertTemplateUse(trx, { ...scope, from, templateId: id, by: user.id, at });
    const before = inForceOf(await listTemplateUses(trx, day), scope, from);
    await record(trx, {
      ...{ verb: 'putTemplateInForce', id, userId: user.id, at },
      before: { fileName: before?.template?.fileName ?? null },
      after: { ...scope, from, fileName: found.fileName },
    });
  });
}

/** What holds for a scope on a day, but for what was decided last. */
const inForceOf = (uses: readonly TemplateUse[], scope: TemplateScope, day: PlainDate): TemplateUse | undefined => {
  const [, ...earlier] = usesOfScope(uses, scope).filter(({ from }) => from <= day);
  return earlier[0];
};

const usesOfScope = (uses: readonly TemplateUse[], { kind, issuedBy, agencyId }: TemplateScope): TemplateUse[] =>
  uses.filter((use) => use.kind === kind && use.issuedBy === issuedBy && (use.agency?.id ?? null) === agencyId);

/** An office is of the state or of the Party by its name. */
async function scopeOf(trx: Db, scope: TemplateScope, day: PlainDate): Promise<TemplateScope> {
  if (scope.agencyId === null) return scope;
  return { ...scope, issuedBy: issuerKindOf((await knownIssuer(trx, scope.agencyId, day)).name) };
}

/** From today on the scope has none of its own: neither what holds now nor what was to hold later. @throws Refusal notPossibleNow */
export function endTemplate(app: App, { user }: Person, scope: TemplateScope): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const day = today(app.clock);
    const uses = usesOfScope(await listTemplateUses(trx, day), scope);
    const latest = uses.filter(
      (use, at) => uses.findIndex((one) => sameScope(one, use) && one.from === use.from) === at,
    );
    const [now, later] = [latest.find(({ from }) => from <= day), latest.filter(({ from }) => from > day)];
    const ended = [...later, ...(now ? [now] : [])].filter(({ template }) => template !== null);
    const [first] = ended;
    if (!first?.template) throw new Refusal('notPossibleNow');
    const at = app.clock.now();
    for (const { from } of ended) {
      const isLater = from > day;
      await insertTemplateUse(trx, { ...scope, from: isLater ? from : day, templateId: null, by: user.id, at });
    }
    await record(trx, {
      ...{ verb: 'endTemplate', id: first.template.id, userId: user.id, at },
      before: { ...scope, fileNames: ended.map(({ template }) => template?.fileName) },
      after: null,
    });
  });
}
