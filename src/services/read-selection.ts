import { readSelection as readStretch } from '../reading/selection.ts';
import type { HeldFinding } from '../registry/held-finding.ts';
import type { Draft } from '../registry/review.ts';
import type { Db } from '../store/database.ts';
import { getText } from '../store/documents.ts';
import { findHeldDocument } from '../store/documents-in-review.ts';
import { readHeldFindings } from '../store/held-findings.ts';
import type { Target } from '../values/finding.ts';
import { Refusal } from '../values/refusal.ts';
import type { Span } from '../values/span.ts';

/** More than any one finding; reading so much takes a few hundredths of a second. */
const longest = 20_000;

/**
 * What the reader finds in a stretch of a document, as an officer would add it. What the stretch itself does not say, its
 * headings and the year of the plan, comes from the document and from what stands beside it.
 */
export async function readSelection({ db }: { db: Db }, documentId: string, selected: Span): Promise<Draft[]> {
  const document = await findHeldDocument(db, documentId, { forChange: false });
  if (!document) throw new Refusal('notFound');
  const { text, blocks } = await getText(db, documentId);
  const span = trimmed(text, selected);
  if (span.start >= span.end || span.end - span.start > longest) throw new Refusal('invalidInput', { field: 'span' });
  const { period } = document.header;
  const planYear = period && period.from === period.to ? period.to : null;
  const { targets, tasks } = readStretch({ format: 'txt', text, blocks }, span, {
    issuedOn: document.issuedOn,
    planYear,
  });
  const beside = neighbourOf(await readHeldFindings(db, documentId), span);
  const place = { section: beside?.section ?? [], group: beside?.group ?? null };
  return [
    ...targets.map(({ parent: _, ...target }): Draft => {
      const year = target.year ?? period?.to ?? null;
      return { kind: 'target', fields: { ...target, ...place, tier: tierBeside(beside), year, parentId: null } };
    }),
    ...tasks.map((task): Draft => ({ kind: 'task', fields: { ...task, ...place } })),
  ];
}

function trimmed(text: string, { start, end }: Span): Span {
  const chosen = text.slice(start, end);
  const from = start + (chosen.length - chosen.trimStart().length);
  return { start: from, end: from + chosen.trim().length };
}

type Beside = HeldFinding['record'] | undefined;

/** The last finding that begins before it, or the first of all: it stands under the same headings, as a rule. */
function neighbourOf(findings: readonly HeldFinding[], { start }: Span): Beside {
  const inOrder = findings.map(({ record }) => record).toSorted((a, b) => a.span.start - b.span.start);
  return inOrder.findLast((one) => one.span.start <= start) ?? inOrder[0];
}

const tierBeside = (beside: Beside): Target['tier'] => (beside && 'tier' in beside ? beside.tier : 'province');
