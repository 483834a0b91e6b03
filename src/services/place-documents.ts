import { documentDay, documentPlace, placeNames } from '../registry/place-names.ts';
import type { Db } from '../store/database.ts';
import { documentsWithoutPlace, findDocument, setPlace } from '../store/documents.ts';
import { listPlaces } from '../store/places.ts';
import type { OwnHeader } from '../values/finding.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';

/** The place whose targets a document sets: its issuer's, as it was on its day. */
export async function placeOf(db: Db, header: OwnHeader, receivedOn: PlainDate): Promise<string | null> {
  if (header.issuer === null) return null;
  return documentPlace(header, placeNames(await listPlaces(db), documentDay(header, receivedOn)))?.id ?? null;
}

/** Those that came in before places were kept, or before the register knew theirs. Ends early on the signal. */
export async function placeStoredDocuments(db: Db, signal: AbortSignal): Promise<void> {
  for (const id of await documentsWithoutPlace(db)) {
    if (signal.aborted) return;
    const document = await findDocument(db, id);
    const place = document && (await placeOf(db, document.header, dayOfMoment(new Date(document.receivedAt))));
    if (place) await setPlace(db, id, place);
  }
}
