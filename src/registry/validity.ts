import type { PlainDate } from '../values/plain-date.ts';

/** Days of the real world: from the first on, before the second; null is "not known" and "still". */
export type Validity = { validFrom: PlainDate | null; validUntil: PlainDate | null };

export const inForce = ({ validFrom, validUntil }: Validity, day: PlainDate): boolean =>
  (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil);
