import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';

/** The day it is in Việt Nam, wherever the server stands. */
export const today = (): PlainDate => dayOfMoment(new Date());
