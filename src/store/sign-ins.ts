import type { Db } from './database.ts';

/** `asked`: of what was denied, the question by its form. `account`: the e-mail that was named, whether there is such an account or not. */
export type SignInMade = {
  at: Date;
  outcome: 'opened' | 'refused' | 'denied';
  account: string;
  userId: string | null;
  provider: string | null;
  asked?: string;
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
