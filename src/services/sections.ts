import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../registry/may.ts';
import { contentText } from '../registry/reference-words.ts';
import type { SectionText, SubmissionSections } from '../registry/report.ts';
import type { SectionContent } from '../registry/section-content.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import { getAskingRound } from '../store/rounds.ts';
import {
  earlierSections,
  findOwing,
  holdSection,
  type StoredSection,
  sectionsOfSubmission,
  writeSection,
} from '../store/section-texts.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { correctedIn } from './reports.ts';
import { beginFilling, onSubmission, type SubmissionWork } from './submission-work.ts';

/** What an agency writes in a round: the sections that it owes, whether written or not. */
export const getSubmissionSections = (app: App, id: string): Promise<SubmissionSections> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const submission = await findOwing(db, id);
    if (!submission) throw new Refusal('notFound');
    const { outline } = await getAskingRound(db, submission.roundId);
    const owed = new Set(submission.sections);
    const written = new Map((await sectionsOfSubmission(db, submission)).map((one) => [one.section, one]));
    const earlier = await earlierSections(db, id);
    const before = new Map(earlier?.sections.map(({ section, content }) => [section, content]));
    const sections = outline
      .filter(({ key }) => owed.has(key))
      .map((section) => {
        const { content = [], changed = null, version = 0 } = written.get(section.key) ?? {};
        return { section, content, changed, version, before: before.get(section.key) ?? null };
      });
    return {
      sections,
      beforeTitle: earlier?.title ?? null,
      corrected: await correctedIn(
        db,
        sections.map(({ content }) => content),
        { roundId: submission.roundId, day: today(clock) },
      ),
    };
  });

type SectionSaving = { content: SectionContent; version: number };

/**
 * One section saves itself while it is written. It is its agency's own paper until it is sent: that is recorded, with all it says;
 * single savings are not. Sent twice, because an answer was lost, it is stored once.
 */
export function saveSection(
  app: App,
  person: Person,
  { submissionId, section }: { submissionId: string; section: string },
  { content, version }: SectionSaving,
): Promise<SectionText> {
  return onSubmission(app, person, submissionId, async (work) => {
    const { trx, at, submission } = work;
    await beginFilling(work);
    const outlined = (await getAskingRound(trx, submission.roundId)).outline.find(({ key }) => key === section);
    if (!outlined || !submission.sections.includes(section)) throw new Refusal('notFound');
    const held = await holdSection(trx, submission, section);
    if (!held || !isDeepStrictEqual(held.content, content)) {
      if ((held?.version ?? 0) !== version) throw staleSection(held);
      const written = { submission, section, content, by: person.user.id, at };
      if (!(await writeSection(trx, written, version))) throw staleSection(await holdSection(trx, submission, section));
    }
    await announce(trx, {
      kind: 'round',
      by: person.user.id,
      roundId: submission.roundId,
      submissionId,
      what: 'typed',
    });
    const stored = await holdSection(trx, submission, section);
    if (!stored) throw new Error(`section ${section} was saved and is not there`);
    return { section: outlined, content: stored.content, changed: stored.changed, version: stored.version };
  });
}

const staleSection = (held: StoredSection | undefined): Refusal =>
  new Refusal('changedMeanwhile', {
    version: held?.version ?? 0,
    ...(held && { name: held.changed.by.name, at: held.changed.at }),
  });

/** All that an agency says, as it leaves the hands of whoever wrote it: hidden from whom the text itself is hidden. */
export async function recordSections({ trx, at, person, operation, submission }: SubmissionWork): Promise<void> {
  if (submission.sections.length === 0) return;
  const sections = await sectionsOfSubmission(trx, submission);
  const deed = { operation, at, userId: person.user.id, documentId: null, reason: null, before: null };
  await recordActions(
    trx,
    sections.map(({ section, content, version }) => ({
      ...{ ...deed, verb: 'sendSection', subjectKind: 'sectionText', subjectId: `${submission.id}/${section}` },
      after: { text: contentText(content), version },
    })),
  );
}
