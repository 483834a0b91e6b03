import type { PlainDate } from '../values/plain-date.ts';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** The day it is in Việt Nam, wherever the server stands. */
export const today = (): PlainDate => calendar.format(new Date());
