import { type AuditEntry, type AuditFault, AuditHead, type AuditVerification } from '../registry/audit.ts';
import { type AuditChoices, type AuditQuery, auditChoices, searchAudit, verifyChain } from '../store/audit.ts';
import type { App } from './app.ts';

export async function searchAuditLog(
  { db }: Pick<App, 'db'>,
  query: AuditQuery,
  page: { limit: number; before?: number | undefined },
): Promise<{ entries: AuditEntry[] }> {
  return { entries: await searchAudit(db, query, page) };
}

export const getAuditChoices = ({ db }: Pick<App, 'db'>): Promise<AuditChoices> => auditChoices(db);

/** The whole chain. What is recorded meanwhile comes behind the end that was reached. */
export const verifyAudit = ({ db }: Pick<App, 'db'>, noted?: string): Promise<AuditVerification> =>
  verifyChain(db, noted);

export const isAuditHead = (text: string): boolean => AuditHead.safeParse(text).success;

export type AuditFaultKind = AuditFault['kind'];
