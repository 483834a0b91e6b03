import { insertSignIn, type SignInMade } from '../../store/sign-ins.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';

type Tried = Omit<SignInMade, 'at' | 'outcome'>;

/** Somebody proved who they are and is refused all the same: that stands in the log beside the failures. */
export async function keepRefused<T>({ db }: Pick<App, 'db'>, tried: Tried, judge: () => Promise<T>): Promise<T> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof Refusal) await insertSignIn(db, { at: new Date(), outcome: 'refused', ...tried });
    throw error;
  }
}
