import type { Person } from '../registry/may.ts';
import { type Question, type QuestionItem, questionVerbsOf } from '../registry/question.ts';
import { answerQuestion, findQuestion, holdQuestion, insertQuestion, putAnswerDraft } from '../store/questions.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { type DutyWork, lastDoneTo, onDuty, recordWork, refuseStale } from './duty-work.ts';
import { headsOf, officerOf, tellOf } from './tell-of-work.ts';

/** What is not given yet is the agency's own. */
export const questionItem = ({ hats }: Pick<DutyWork, 'hats'>, question: Question): QuestionItem => ({
  ...question,
  draft: hats.isOwn ? question.draft : null,
  may: questionVerbsOf(question, hats),
});

type Ask = { id: string; question: string; answerBy: PlainDate | null };

export function askQuestion(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  { id, question: words, answerBy }: Ask,
): Promise<QuestionItem> {
  return onDuty(
    app,
    person,
    dutyId,
    async (work) => {
      const { trx, duty, hats, at } = work;
      if (!hats.asks) throw new Refusal('notAllowed');
      const asked = { question: nfc(words), answerBy };
      const row = { ...asked, id, dutyId, askedFor: duty.agencyId, userId: person.user.id, at };
      const inserted = await insertQuestion(trx, row);
      const stored = await findQuestion(trx, id);
      // Sent a second time because the answer was lost, it is answered with what is there.
      if (stored?.dutyId !== dutyId || stored.asked.by.id !== person.user.id)
        throw new Refusal('invalidInput', { field: 'id' });
      if (inserted) {
        await recordWork(work, { verb: 'ask', kind: 'question', id, after: { ...asked, agencyId: duty.agencyId } });
        const to = [headsOf(duty.agencyId), ...officerOf(duty)];
        await tellOf(work, 'questionAsked', to, { words: asked.question, due: answerBy });
      }
      return questionItem(work, stored);
    },
    { hold: false },
  );
}

type Answering =
  | { verb: 'draftAnswer'; draftVersion: number; answer: string }
  | { verb: 'answer'; version: number; answer: string };

export async function stepQuestion(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  action: Answering,
): Promise<QuestionItem> {
  const found = await findQuestion(app.db, id);
  if (!found) throw new Refusal('notFound');
  return onDuty(
    app,
    person,
    found.dutyId,
    async (work) => {
      const stored = await holdQuestion(work.trx, id);
      if (!stored) throw new Refusal('notFound');
      if (!questionVerbsOf({ answer: null }, work.hats).includes(action.verb)) throw new Refusal('notAllowed');
      if (action.verb === 'answer') await giveAnswer(work, stored, action);
      else await draftAnswer(work, stored, action);
      const changed = await findQuestion(work.trx, id);
      if (!changed) throw new Error(`question ${id} was changed and is not there`);
      return questionItem(work, changed);
    },
    { hold: false },
  );
}

/** The agency's own paper until the head gives it. */
async function draftAnswer(
  { trx, person, at }: DutyWork,
  stored: Question,
  { draftVersion, answer }: Extract<Answering, { verb: 'draftAnswer' }>,
): Promise<void> {
  if (stored.answer !== null) throw new Refusal('notPossibleNow');
  await refuseStale({ version: stored.draft?.version ?? 0 }, draftVersion, async () => stored.draft ?? undefined);
  await putAnswerDraft(trx, stored, { answer: nfc(answer), userId: person.user.id, at });
}

async function giveAnswer(
  work: DutyWork,
  stored: Question,
  { version, answer: words }: Extract<Answering, { verb: 'answer' }>,
): Promise<void> {
  const { trx, person, at } = work;
  await refuseStale(stored, version, () => lastDoneTo(work, 'question', stored.id));
  if (stored.answer !== null) throw new Refusal('notPossibleNow');
  const answer = nfc(words);
  await answerQuestion(trx, stored.id, { answer, userId: person.user.id, at });
  await recordWork(work, {
    verb: 'answer',
    kind: 'question',
    id: stored.id,
    before: { question: stored.question },
    after: { answer },
  });
  await tellOf(work, 'questionAnswered', [{ userId: stored.asked.by.id }], { words: answer });
}
