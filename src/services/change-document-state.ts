import { randomUUID } from 'node:crypto';
import { type StateVerb, stateAfter, stepsFrom } from '../registry/document-state.ts';
import { givenBy } from '../registry/issuing.ts';
import type { User } from '../registry/may.ts';
import { findingKinds, type ReviewedDocument } from '../registry/review.ts';
import { findStep, readStory } from '../store/actions.ts';
import { deleteAssignments, hasMovedWork, insertAssignments } from '../store/assignments.ts';
import { judgedPairs } from '../store/counterparts.ts';
import type { Db } from '../store/database.ts';
import {
  findHeldDocument,
  getCanonicalText,
  type HeldDocument,
  setDocumentState,
} from '../store/documents-in-review.ts';
import { type Quoted, readHeldFindings } from '../store/held-findings.ts';
import { groupNames } from '../store/names.ts';
import { relatedDocuments } from '../store/related-documents.ts';
import { type EndedFinding, endDocument, resumeDocument, setInForce } from '../store/validity.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { type Changing, changeFindings, recordStep } from './change-findings.ts';
import { endFindings, resumeFindings } from './end-findings.ts';
import { followEnding, giveDuties, takeBackDuties } from './give-duties.ts';
import { groupMembers } from './group-members.ts';
import { chosenGroups, reviewedDocument } from './review-items.ts';

export type DocumentStep = {
  verb: StateVerb;
  /** The document's version that was seen. */
  version: number;
  reason?: string | undefined;
  /** Issuing: from which day on; the document's own day where none is said. Ending: the first day on which it is not in force. */
  day?: PlainDate | undefined;
  /** Issuing: what is still proposed is accepted. */
  acceptRest: boolean;
};

type Work = Changing & { step: DocumentStep; findings: Quoted[]; reviewed: ReviewedDocument };
type Days = Pick<HeldDocument, 'validFrom' | 'validUntil'>;

/** Takes a document one step on, or back. */
export function changeDocumentState(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  user: User,
  documentId: string,
  step: DocumentStep,
): Promise<{ document: ReviewedDocument }> {
  return db.transaction().execute(async (trx) => {
    const document = await findHeldDocument(trx, documentId, { forChange: true });
    if (!document) throw new Refusal('notFound');
    if (document.version !== step.version) {
      const [last] = await readStory(trx, { documentId, subject: { kind: 'document', id: documentId } }, { limit: 1 });
      throw new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
    }
    const findings = await readHeldFindings(trx, documentId);
    const chosen = chosenGroups(await groupNames(trx));
    const reviewed = reviewedDocument(document, findings, chosen);
    const changing = { trx, user, at: clock.now(), operation: randomUUID(), document };
    const work: Work = { ...changing, text: await getCanonicalText(trx, documentId), step, findings, reviewed };
    refuseImpossible(work);
    const days = await taking[step.verb](work);
    const state = stateAfter(step.verb);
    await setDocumentState(trx, documentId, { state, ...days });
    await recordStep(work, step.verb, { state, ...days }, step.reason ?? null);
    const now: HeldDocument = { ...document, ...days, state, version: document.version + 1 };
    return { document: reviewedDocument(now, await readHeldFindings(trx, documentId), chosen) };
  });
}

function refuseImpossible({ document, step, reviewed: { blocked, undecided } }: Work): void {
  if (!stepsFrom(document.state, { blocked: 0, undecided }).includes(step.verb)) throw new Refusal('notPossibleNow');
  if (step.verb !== 'issue') return;
  if (blocked > 0) throw new Refusal('documentBlocked', { count: blocked });
  if (undecided > 0 && !step.acceptRest) throw new Refusal('findingsUndecided', { count: undecided });
}

/** What each step does beside the change of state. Gives the days in which the document is then in force. */
const taking: Record<StateVerb, (work: Work) => Promise<Days>> = {
  beginReview: async ({ document: { validFrom, validUntil } }) => ({ validFrom, validUntil }),
  issue,
  takeBack,
  supersede: end,
  withdraw: end,
  reinstate: resume,
};

async function issue(work: Work): Promise<Days> {
  const { trx, document, step } = work;
  const validFrom = step.day ?? document.issuedOn;
  if (!validFrom) throw new Refusal('issueDayMissing');
  await acceptRest(work);
  const accepted = (await readHeldFindings(trx, document.id)).filter(({ review }) => review === 'accepted');
  const membersOf = await groupMembers(trx, document, accepted, validFrom);
  await setInForce(trx, document.id, validFrom);
  const given = accepted.map((finding) => ({ finding, given: givenBy(finding, membersOf) }));
  await insertAssignments(trx, document.id, given, validFrom);
  await giveDuties(work, document.id);
  await endFindings(work, await findAmended(trx, document.id), validFrom);
  return { validFrom, validUntil: null };
}

/** Findings of earlier documents of which an officer has said that this one changes or drops them. */
async function findAmended(trx: Db, documentId: string): Promise<EndedFinding[]> {
  const earlier = (await relatedDocuments(trx, documentId)).filter(({ later }) => !later);
  const ended: EndedFinding[] = [];
  for (const { id } of earlier) {
    const judged = await judgedPairs(trx, 'amends', id, documentId);
    for (const kind of findingKinds)
      for (const pair of judged[kind])
        if (pair.judgement === 'confirmed') ended.push({ documentId: id, kind, id: pair.id });
  }
  return ended;
}

async function acceptRest(work: Work): Promise<void> {
  const edits = work.findings
    .filter(({ review }) => review === 'proposed')
    .map((before) => ({ before, after: { ...before, review: 'accepted' as const } }));
  await changeFindings(work, edits, { verb: 'accept', reason: null });
}

/** As if it had not been issued: possible until a reorganisation has moved its work. */
async function takeBack(work: Work): Promise<Days> {
  const { trx, document } = work;
  if (await hasMovedWork(trx, document.id)) throw new Refusal('notPossibleNow');
  const issued = await findStep(trx, document.id, 'issue');
  if (issued) await resumeFindings(work, issued.operation);
  await takeBackDuties(trx, document.id);
  await deleteAssignments(trx, document.id);
  await setInForce(trx, document.id, null);
  return { validFrom: null, validUntil: null };
}

async function end(work: Work): Promise<Days> {
  const { trx, at, document, step } = work;
  const until = step.day ?? dayOfMoment(at);
  if (document.validFrom !== null && until < document.validFrom) throw new Refusal('invalidInput', { field: 'day' });
  await endDocument(trx, document.id, until);
  await followEnding(work, document.id);
  return { validFrom: document.validFrom, validUntil: until };
}

async function resume(work: Work): Promise<Days> {
  const { trx, document } = work;
  if (document.validUntil !== null) await resumeDocument(trx, document.id, document.validUntil);
  await followEnding(work, document.id);
  return { validFrom: document.validFrom, validUntil: null };
}
