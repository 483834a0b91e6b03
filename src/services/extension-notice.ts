import { randomUUID } from 'node:crypto';
import type { Person } from '../registry/may.ts';
import { extensionNotice, extensionNoticeValues } from '../report/extension-notice.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { findDueChange } from '../store/due-changes.ts';
import { findDuty } from '../store/duties.ts';
import { findLaidDuty, type LaidDuty } from '../store/reported-duties.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today as dayOf } from './clock.ts';
import { type DocumentFile, documentFile, type NamedOutgoing } from './document-file.ts';
import { issuerOf } from './document-issuer.ts';
import type { Issuer } from './issuer-facts.ts';
import { type WorkDay, workDay } from './work-day.ts';

/** The notice of an extension that was granted; its number and day are filled in when it is signed. */
export async function writeExtensionNotice(
  app: App,
  person: Person,
  id: string,
  format: DocumentFormat,
): Promise<DocumentFile> {
  const counting = await workDay(app);
  const notice = await app.db.transaction().execute(async (trx) => {
    const today = dayOf(app.clock);
    const { duty, dueGranted, ...one } = await describeExtension(trx, id, counting, () => issuerOf(trx, person, today));
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), verb: 'writeExtensionNotice', reason: null, at: app.clock.now() },
        ...{ userId: person.user.id, documentId: null, duty, subjectKind: 'dueChange', subjectId: id },
        ...{ before: null, after: { due: dueGranted } },
      },
    ]);
    return one;
  });
  return documentFile(app, notice, format);
}

type Extension = NamedOutgoing & { duty: LaidDuty; dueGranted: PlainDate };

/** @throws Refusal notFound, notPossibleNow where it was not granted */
export async function describeExtension(
  db: Db,
  id: string,
  counting: WorkDay,
  issuing: () => Promise<Issuer>,
): Promise<Extension> {
  const change = await findDueChange(db, id);
  const duty = change && (await findDuty(db, change.dutyId, counting));
  const laid = change && (await findLaidDuty(db, change.dutyId));
  if (!change || !duty || !laid) throw new Refusal('notFound');
  if (change.stage !== 'granted' || change.dueGranted === null) throw new Refusal('notPossibleNow');
  const { dueBefore, dueGranted, reason } = change;
  const { today } = counting;
  const issuer = await issuing();
  const facts = {
    ...{ issuer, agency: duty.agency.name, dueBefore, dueGranted, reason, today },
    what: duty.content ?? duty.origins.map(({ quote }) => quote).join('; '),
    documents: [...new Set(duty.origins.flatMap(({ documentNumber }) => documentNumber ?? []))],
  };
  return {
    outgoing: { kind: 'extensionNotice', document: extensionNotice(facts), own: extensionNoticeValues(facts) },
    issuerId: issuer.id,
    name: `Gia hạn ${duty.agency.name} ${today}`,
    ...{ duty: laid, dueGranted },
  };
}
