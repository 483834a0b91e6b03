import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';

/** Where services take the present from, so that a test, or a demonstration, can move it. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** The day it is in Việt Nam, wherever the server stands. */
export const today = (clock: Clock): PlainDate => dayOfMoment(clock.now());
