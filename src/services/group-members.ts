import type { HeldFinding } from '../registry/held-finding.ts';
import type { Db } from '../store/database.ts';
import type { HeldDocument } from '../store/documents-in-review.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The members of every group that these findings name, for this document's place on a day. */
export async function groupMembers(
  _trx: Db,
  _document: HeldDocument,
  _findings: readonly HeldFinding[],
  _day: PlainDate,
): Promise<(groupId: string) => readonly string[]> {
  return () => [];
}
