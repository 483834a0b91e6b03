import { createHash, randomUUID } from 'node:crypto';
import {
  type Attempt,
  findRequest,
  forgetOldRequests,
  keepAnswer,
  releaseRequest,
  takeRequest,
} from '../store/request-keys.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

export type { Attempt };

/** What a person asks with a key, so that it is carried out once however often it arrives. */
export type Asked = { userId: string; key: string; what: string };

/** As JSON; null where it was no JSON, or too long to be kept. */
export type Carrying = { answer: string | null };

const longestKept = 200_000;
export const purposeOfAnswers = 'answer to a request';

/**
 * Gives the answer of before where the same was asked with this key before.
 * @throws Refusal requestKeyUsed, requestInHand, requestDone: where it was something else, is being done, or its answer was lost
 */
export async function carryOutOnce(
  app: App,
  { userId, key, what }: Asked,
  carryOut: (attempt: Attempt) => Promise<Carrying>,
): Promise<string | null> {
  const attempt = { userId, key, attempt: randomUUID() };
  const hash = createHash('sha256').update(what).digest('base64url');
  if (!(await takeRequest(app.db, attempt, hash))) return answerOfBefore(app, { userId, key, hash });
  let answer: string | null = null;
  try {
    ({ answer } = await carryOut(attempt));
  } catch (error) {
    // Where this fails too, the attempt is as one that was cut off.
    await releaseRequest(app.db, attempt).catch(() => undefined);
    throw wasOvertaken(error) ? new Refusal('requestInHand') : error;
  }
  const kept = answer !== null && answer.length <= longestKept;
  const settle = kept
    ? keepAnswer(app.db, attempt, app.accounts.sealing.seal(purposeOfAnswers, answer ?? ''))
    : releaseRequest(app.db, attempt);
  await settle.catch(() => undefined);
  return answer;
}

async function answerOfBefore(
  app: App,
  { userId, key, hash }: { userId: string; key: string; hash: string },
): Promise<string> {
  const found = await findRequest(app.db, userId, key);
  if (!found) throw new Refusal('requestInHand');
  if (found.hash !== hash) throw new Refusal('requestKeyUsed');
  if (!found.done) throw new Refusal('requestInHand');
  const answer = found.answer === null ? undefined : app.accounts.sealing.unseal(purposeOfAnswers, found.answer);
  if (answer === undefined) throw new Refusal('requestDone');
  return answer;
}

/** keep_request of the database. */
const wasOvertaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'TD001';

export const forgetRequests = ({ db }: App): Promise<void> => forgetOldRequests(db);
