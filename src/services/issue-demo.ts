import type { User } from '../registry/may.ts';
import type { ReviewAction, ReviewItem, Seen } from '../registry/review.ts';
import { actInReview } from './act-in-review.ts';
import type { App } from './app.ts';
import { changeDocumentState } from './change-document-state.ts';
import { listDocuments } from './documents.ts';
import { getReview } from './review.ts';

/**
 * Takes the demo's documents through their review as an officer would, so that whoever comes sees a register at work. The
 * latest one stays in review, for the visitor to try. What is settled already is left as it is.
 */
export async function issueDemo(app: App, officer: User): Promise<void> {
  const documents = (await listDocuments(app)).filter(({ state }) => state === 'read' || state === 'inReview');
  const [latest, ...earlier] = documents;
  for (const { id, issuer } of earlier.toReversed()) {
    await settle(app, officer, id, issuer);
    const { document } = await getReview(app, officer, id);
    if (document.may.includes('issue'))
      await changeDocumentState(app, officer, id, { verb: 'issue', version: document.version, acceptRest: true });
  }
  if (latest?.state !== 'read') return;
  const { document } = await getReview(app, officer, latest.id);
  const step = { verb: 'beginReview', version: document.version, acceptRest: false } as const;
  await changeDocumentState(app, officer, latest.id, step);
}

const seen = ({ kind, id, version }: ReviewItem): Seen => ({ kind, id, version });

/** What names no lead is the committee's; of a group without names those are meant that lead most in the document. */
async function settle(app: App, officer: User, id: string, issuer: string | null): Promise<void> {
  let { items } = await getReview(app, officer, id);
  const current = (one: ReviewItem) => items.find(({ kind, id }) => kind === one.kind && id === one.id) ?? one;
  const act = async (action: ReviewAction) => {
    const { changed } = await actInReview(app, officer, id, action);
    items = items.map((one) => changed.find(({ kind, id }) => kind === one.kind && id === one.id) ?? one);
  };
  const leaderless = items.filter(({ blockers }) => blockers.includes('leadMissing'));
  const committee = issuer !== null && /^(?:ủy ban nhân dân|ubnd)/iu.test(issuer) ? issuer : 'Ủy ban nhân dân tỉnh';
  const agencies = [{ name: committee, meaning: null }];
  if (leaderless.length > 0) await act({ verb: 'setAgencies', items: leaderless.map(seen), role: 'lead', agencies });
  const agencyIds = mostLeading(items);
  if (agencyIds.length === 0) return;
  for (const item of items)
    for (const { role, position, group } of item.mentions)
      if (role === 'lead' && group?.chosenByOfficer && !group.members)
        await act({ verb: 'chooseMembers', item: seen(current(item)), role, position, agencyIds });
}

function mostLeading(items: readonly ReviewItem[]): string[] {
  const leading = items.flatMap(({ mentions }) =>
    mentions.flatMap(({ role, agency }) => (role === 'lead' && agency ? [agency.id] : [])),
  );
  const counted = Map.groupBy(leading, (agencyId) => agencyId);
  return [...counted]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 3)
    .map(([agencyId]) => agencyId);
}
