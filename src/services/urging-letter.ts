import { randomUUID } from 'node:crypto';
import { may, type Person, type User } from '../registry/may.ts';
import { daysFromDue } from '../registry/urging-ladder.ts';
import { addWorkingDays } from '../registry/working-days.ts';
import { urgingLetter, urgingLetterValues } from '../report/urging-letter.ts';
import { recordActions } from '../store/actions.ts';
import { loadCalendar } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { coordinatingOver } from '../store/duty-agencies.ts';
import { agencyNamesOn } from '../store/names.ts';
import type { Recipient } from '../store/recipients.ts';
import { type LateWork, lateDuties } from '../store/urgings.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today as dayOf } from './clock.ts';
import { type DocumentFile, documentFile, type NamedOutgoing } from './document-file.ts';
import { issuerOf } from './document-issuer.ts';
import type { Issuer } from './issuer-facts.ts';
import { notify } from './notify.ts';

/** How many working days an answer may take. */
const answerWithin = 5;

/** The letter to one agency about what it is late with, from the chosen duties; its number and day are filled in when it is signed. */
export async function writeUrgingLetter(
  app: App,
  person: Person,
  dutyIds: readonly string[],
  format: DocumentFormat,
): Promise<DocumentFile> {
  const letter = await app.db.transaction().execute(async (trx) => {
    const day = dayOf(app.clock);
    const late = await lateDuties(trx, dutyIds, day);
    await refuseBeyondReach(trx, person, late, day);
    const one = await describeUrging(trx, late, day, () => issuerOf(trx, person, day));
    await recordEach(trx, app, person.user, late, 'writeUrgingLetter', null);
    return one;
  });
  return documentFile(app, letter, format);
}

/** Whoever directs an agency's work urges it, as whoever has that work now: nobody urges the departments of another province. */
async function refuseBeyondReach(db: Db, person: Person, late: readonly LateWork[], day: PlainDate): Promise<void> {
  for (const agencyId of new Set(late.map((one) => one.agencyId)))
    if (!may(person, 'urge', { agencyAndAbove: await coordinatingOver(db, agencyId, day) }))
      throw new Refusal('notAllowed');
}

/** @throws Refusal notPossibleNow where nothing is late, or for more than one agency: a letter goes to one */
export async function describeUrging(
  db: Db,
  late: readonly LateWork[],
  day: PlainDate,
  issuing: () => Promise<Issuer>,
): Promise<NamedOutgoing> {
  const agencyIds = new Set(late.map(({ agencyId }) => agencyId));
  const [agencyId] = agencyIds;
  if (agencyId === undefined || agencyIds.size > 1) throw new Refusal('notPossibleNow');
  const issuer = await issuing();
  const agency = (await agencyNamesOn(db, [agencyId], day)).get(agencyId) ?? agencyId;
  const calendar = await loadCalendar(db);
  const duties = late.map(({ reportedAt, ...one }) => ({
    ...one,
    days: daysFromDue(calendar, one.due, day),
    reportedOn: reportedAt && dayOfMoment(reportedAt),
  }));
  const answerBy = addWorkingDays(calendar, day, answerWithin);
  const facts = { issuer, agency, duties, today: day, answerBy };
  return {
    outgoing: { kind: 'urgingLetter', document: urgingLetter(facts), own: urgingLetterValues(facts) },
    issuerId: issuer.id,
    name: `Đôn đốc ${agency} ${day}`,
  };
}

/** Đôn đốc by hand: told at once in the application to whoever has the work and to the head of their agency. */
export function urgeDuties(app: App, person: Person, dutyIds: readonly string[], words: string): Promise<number> {
  return app.db.transaction().execute(async (trx) => {
    const day = dayOf(app.clock);
    const late = await lateDuties(trx, dutyIds, day);
    await refuseBeyondReach(trx, person, late, day);
    const names = await agencyNamesOn(trx, [...new Set(late.map(({ agencyId }) => agencyId))], day);
    await recordEach(trx, app, person.user, late, 'urge', words === '' ? null : words);
    await notify(
      trx,
      { by: person.user, at: app.clock.now() },
      late.map(({ id, agencyId, officerId, what, due }) => ({
        kind: 'urged',
        to: [
          ...(officerId === null ? [] : [{ userId: officerId }]),
          { agencyId, roles: officerId === null ? ['officer', 'head'] : ['head'] },
        ] satisfies Recipient[],
        dutyId: id,
        details: { what, due, agency: names.get(agencyId) ?? agencyId, by: person.user.name, ...(words && { words }) },
      })),
    );
    return late.length;
  });
}

async function recordEach(
  trx: Db,
  { clock }: App,
  user: User,
  duties: readonly LateWork[],
  verb: string,
  reason: string | null,
): Promise<void> {
  const operation = randomUUID();
  await recordActions(
    trx,
    duties.map(({ id, province, due }) => ({
      ...{ operation, verb, reason, at: clock.now(), userId: user.id, documentId: null },
      ...{ duty: { id, province }, subjectKind: 'duty', subjectId: id, before: null, after: { due } },
    })),
  );
}
