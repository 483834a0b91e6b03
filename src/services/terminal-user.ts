import { randomBytes } from 'node:crypto';
import type { User } from '../registry/may.ts';
import { findUserByEmail } from '../store/users.ts';
import type { App } from './app.ts';
import { createUser } from './sign-in.ts';

const email = 'dong-lenh@tiendo.localhost';

/** Whoever works at the machine's own terminal. Nobody can sign in as this user: its password is never known. */
export async function settleTerminalUser({ db }: Pick<App, 'db'>): Promise<User> {
  const known = await findUserByEmail(db, email);
  return known ?? createUser(db, { name: 'Dòng lệnh', email, password: randomBytes(32).toString('base64url') });
}
