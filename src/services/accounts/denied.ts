import type { User } from '../../registry/may.ts';
import { insertSignIn } from '../../store/sign-ins.ts';
import type { App } from '../app.ts';
import type { Arrival } from './sessions.ts';

/** Somebody who is signed in asked for what they may not do. */
export const insertDenied = (
  { db }: Pick<App, 'db'>,
  user: User,
  { asked, from }: { asked: string; from: Arrival },
): Promise<void> =>
  insertSignIn(db, {
    at: new Date(),
    outcome: 'denied',
    account: user.email,
    asked,
    ...from,
  });
