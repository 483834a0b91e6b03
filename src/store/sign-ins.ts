import type { Db } from './database.ts';

/** `account`: the e-mail that was named, whether there is such an account or not. */
export type SignInMade = {
  at: Date;
  outcome: 'opened' | 'refused';
  account: string;
  userId: string | null;
  provider: string | null;
  address: string;
  device: string;
};

const longestText = 300;

export async function insertSignIn(db: Db, { userId, account, device, ...made }: SignInMade): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      ...made,
      user_id: userId,
      account: account.toLowerCase().slice(0, longestText),
      device: device.slice(0, longestText),
    })
    .execute();
}
