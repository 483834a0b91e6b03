import { randomUUID } from 'node:crypto';
import type { Person } from '../registry/may.ts';
import { extensionNotice } from '../report/extension-notice.ts';
import { recordActions } from '../store/actions.ts';
import { findDueChange } from '../store/due-changes.ts';
import { findDuty } from '../store/duties.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today as dayOf } from './clock.ts';
import { type DocumentFile, documentFile } from './document-file.ts';
import { issuerOf } from './document-issuer.ts';
import { workDay } from './work-day.ts';

/** The notice of an extension that was granted; its number and day are filled in when it is signed. */
export async function writeExtensionNotice(
  app: App,
  person: Person,
  id: string,
  format: DocumentFormat,
): Promise<DocumentFile> {
  const counting = await workDay(app);
  const { document, agency, today } = await app.db.transaction().execute(async (trx) => {
    const today = dayOf(app.clock);
    const change = await findDueChange(trx, id);
    const duty = change && (await findDuty(trx, change.dutyId, counting));
    if (!change || !duty) throw new Refusal('notFound');
    if (change.stage !== 'granted' || change.dueGranted === null) throw new Refusal('notPossibleNow');
    const issuer = await issuerOf(trx, person, today);
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), verb: 'writeExtensionNotice', reason: null, at: app.clock.now() },
        ...{ userId: person.user.id, documentId: null, dutyId: duty.id, subjectKind: 'dueChange', subjectId: id },
        ...{ before: null, after: { due: change.dueGranted } },
      },
    ]);
    const { dueBefore, dueGranted, reason } = change;
    const document = extensionNotice({
      ...{ issuer, agency: duty.agency.name, dueBefore, dueGranted, reason, today },
      what: duty.content ?? duty.origins.map(({ quote }) => quote).join('; '),
      documents: [...new Set(duty.origins.flatMap(({ documentNumber }) => documentNumber ?? []))],
    });
    return { document, agency: duty.agency.name, today };
  });
  return documentFile(document, `Gia hạn ${agency} ${today}`, format);
}
