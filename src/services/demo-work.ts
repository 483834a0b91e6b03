import { randomUUID } from 'node:crypto';
import type { DutyRecord } from '../registry/duty.ts';
import type { Person } from '../registry/may.ts';
import type { ProgressItem } from '../registry/progress.ts';
import { findUserByEmail } from '../store/users.ts';
import { dateOfNumber, dayNumber, dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { compareVietnamese } from '../values/vietnamese.ts';
import { actOnDuty } from './act-on-duty.ts';
import type { App } from './app.ts';
import { demoPeople } from './demo-people.ts';
import { type DemoReport, type DemoStory, demoStories } from './demo-stories.ts';
import { askDueChange } from './due-changes.ts';
import { getDuty, listDuties } from './duties.ts';
import { judgeResult } from './judge-result.ts';
import { raiseObstacle } from './obstacles.ts';
import { actorOf } from './posts.ts';
import { askQuestion } from './questions.ts';
import { saveProgress } from './save-progress.ts';
import { stepProgress } from './step-progress.ts';

/** Who does the work of one agency, and who stands around it. */
type Cast = Record<'officer' | 'head' | 'coordinator' | 'supervisor', Person>;

/** The demo's people begin their work, each through the same doors as a visitor. What is begun already is left as it is. */
export async function beginDemoWork(app: App): Promise<void> {
  await Promise.all(Object.entries(demoStories).map(([agencyId, stories]) => beginOf(app, agencyId, stories)));
}

async function beginOf(app: App, agencyId: string, stories: readonly DemoStory[]): Promise<void> {
  const cast = await castOf(app, agencyId);
  const { rows } = await listDuties(app, { ...ofAgency, agency: [agencyId] }, { sort: 'due', order: 'asc', limit: 50 });
  const duties = rows.toSorted(byDeadline);
  for (const [at, story] of stories.entries()) {
    const duty = duties[at];
    if (cast && duty?.stage === 'assigned') await tell(app, cast, { duty, story });
  }
}

const ofAgency = {
  ...{ document: [], officer: [], stage: [], state: [] },
  ...{ below: false, role: 'lead' as const, kind: ['assigned' as const] },
};

const quoteOf = ({ content, origins }: DutyRecord): string => content ?? origins[0]?.quote ?? '';
const dayOf = ({ due }: DutyRecord): PlainDate => due ?? '9999-12-31';
const byDeadline = (a: DutyRecord, b: DutyRecord): number =>
  dayOf(a) === dayOf(b) ? compareVietnamese(quoteOf(a), quoteOf(b)) : dayOf(a) < dayOf(b) ? -1 : 1;

async function castOf(app: App, agencyId: string): Promise<Cast | undefined> {
  const find = async (role: string, own: boolean): Promise<Person | undefined> => {
    const one = demoPeople.find((person) => person.role === role && (!own || person.agencyId === agencyId));
    const user = one && (await findUserByEmail(app.db, one.email));
    return user && actorOf(app, user);
  };
  const [officer, head] = [await find('officer', true), await find('head', true)];
  const [coordinator, supervisor] = [await find('coordinator', false), await find('supervisor', false)];
  return officer && head && coordinator && supervisor && { officer, head, coordinator, supervisor };
}

async function tell(app: App, cast: Cast, { duty, story }: { duty: DutyRecord; story: DemoStory }): Promise<void> {
  const { officer, supervisor } = cast;
  const { id, due } = duty;
  const { may } = await getDuty(app, officer, id);
  if (story.returned) {
    const reason = { reason: 'wrongCompetence', words: story.returned } as const;
    if (may.includes('return')) await actOnDuty(app, officer, id, { verb: 'return', version: duty.version, ...reason });
    return;
  }
  if (!may.includes('accept')) return;
  const accepted = await actOnDuty(app, officer, id, { verb: 'accept', version: duty.version });
  const named = { verb: 'nameOfficer', version: accepted.duty.version, officerId: officer.user.id } as const;
  await actOnDuty(app, officer, id, named);
  if (story.obstacle)
    await raiseObstacle(app, officer, id, { ...story.obstacle, id: randomUUID(), deciderId: null, wantedBy: null });
  const sent = story.report && (await report(app, cast, { id, report: story.report }));
  if (sent && story.judged) await judge(app, cast.coordinator, sent, story.judged);
  if (story.question)
    await askQuestion(app, supervisor, id, { id: randomUUID(), question: story.question, answerBy: null });
  if (story.later && due && due > dayOfMoment(app.clock.now())) {
    const { days, reason } = story.later;
    await askDueChange(app, cast.head, id, {
      id: randomUUID(),
      reason,
      dueProposed: dateOfNumber(dayNumber(due) + days),
    });
  }
}

/** Gives what was sent. */
async function report(
  app: App,
  { officer, head }: Cast,
  { id, report: { until, ...said } }: { id: string; report: DemoReport },
): Promise<ProgressItem | null> {
  const withoutEvidence = said.result ? 'Hồ sơ lưu tại cơ quan, bản chính gửi qua trục liên thông văn bản.' : '';
  const fields = { proposal: '', result: false, ...said, withoutEvidence };
  const saving = { id: randomUUID(), window: randomUUID(), number: 1, version: 0, fields };
  const draft = await saveProgress(app, officer, id, saving);
  // A document's own form may ask for more than these words.
  if (until === 'draft' || draft.gap !== null || !draft.may.includes('submit')) return null;
  const submitted = await stepProgress(app, officer, draft.id, { verb: 'submit', version: draft.version });
  if (until === 'submitted' || !submitted) return null;
  return stepProgress(app, head, draft.id, { verb: 'approve', version: submitted.version });
}

/** Where the document names another monitor, the result waits for that one. */
async function judge(
  app: App,
  coordinator: Person,
  { id, dutyId, version }: ProgressItem,
  judged: NonNullable<DemoStory['judged']>,
): Promise<void> {
  const { may } = await getDuty(app, coordinator, dutyId);
  if (!may.includes('confirm')) return;
  const action = judged === 'confirm' ? { verb: judged } : { verb: 'sendBack' as const, reason: judged.sentBack };
  await judgeResult(app, coordinator, id, { ...action, version });
}
