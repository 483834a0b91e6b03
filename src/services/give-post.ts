import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import type { HeldPost, PostToEnd, PostToGive } from '../registry/people.ts';
import { inForce } from '../registry/validity.ts';
import { readStory, recordActions } from '../store/actions.ts';
import { findAgency } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { addPost, findPost, hasOtherAdministrator, heldPosts, lockPosts, setPostEnd } from '../store/posts.ts';
import { hasUser } from '../store/users.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { refuseAgenciesBeyond } from './accounts/reach.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

/** A role is held in an agency that there is on the day it begins. */
export async function needAgency(db: Db, agencyId: string, day: PlainDate): Promise<void> {
  const agency = await findAgency(db, agencyId);
  if (!agency || !inForce(agency, day)) throw new Refusal('postAgencyGone');
}

/** From the day on; what was given before that day, for a day after it, counts as held. */
export function givePost({ db, clock }: App, user: User, userId: string, post: PostToGive): Promise<HeldPost> {
  const { role, agencyId, from } = post;
  return db.transaction().execute(async (trx) => {
    await lockPosts(trx);
    if (!(await hasUser(trx, userId))) throw new Refusal('notFound');
    await needAgency(trx, agencyId, from);
    await refuseAgenciesBeyond(trx, user.id, [agencyId], today(clock));
    const held = await heldPosts(trx, [userId], from);
    if (held.some((one) => one.role === role && one.agencyId === agencyId)) throw new Refusal('postHeldAlready');
    const id = await addPost(trx, { userId, role, agencyId, validFrom: from, givenBy: user.id });
    const after = { userId, role, agencyId, validFrom: from, validUntil: null };
    await record(trx, user, { at: clock.now(), verb: 'givePost', id, before: null, after });
    return { id, role, agencyId, validFrom: from, validUntil: null };
  });
}

/** From the day on the person does not hold it; what was held stays readable. */
export function endPost(
  { db, clock }: App,
  user: User,
  { userId, postId }: { userId: string; postId: string },
  { until, seenUntil }: PostToEnd,
): Promise<HeldPost> {
  return db.transaction().execute(async (trx) => {
    await lockPosts(trx);
    const post = await findPost(trx, userId, postId);
    if (!post) throw new Refusal('notFound');
    await refuseAgenciesBeyond(trx, user.id, [post.agencyId], today(clock));
    if (post.validUntil !== seenUntil) throw await changedMeanwhile(trx, postId);
    if (until < post.validFrom) throw new Refusal('postDayFaulty');
    const now = today(clock);
    if (post.role === 'administrator' && !(await hasOtherAdministrator(trx, post, until > now ? until : now)))
      throw new Refusal('lastAdministrator');
    await setPostEnd(trx, postId, until);
    const fields = { userId, role: post.role, agencyId: post.agencyId };
    await record(trx, user, {
      at: clock.now(),
      verb: 'endPost',
      id: postId,
      before: { ...fields, validUntil: post.validUntil },
      after: { ...fields, validUntil: until },
    });
    return { ...post, validUntil: until };
  });
}

async function changedMeanwhile(trx: Db, id: string): Promise<Refusal> {
  const [last] = await readStory(trx, { subject: { kind: 'post', id } }, { limit: 1 });
  return new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
}

type Fields = Record<string, unknown>;
type Recorded = { at: Date; verb: string; id: string; before: Fields | null; after: Fields };

const record = (trx: Db, user: User, { id, ...recorded }: Recorded): Promise<void> =>
  recordActions(trx, [
    {
      operation: randomUUID(),
      userId: user.id,
      documentId: null,
      subjectKind: 'post',
      subjectId: id,
      reason: null,
      ...recorded,
    },
  ]);
