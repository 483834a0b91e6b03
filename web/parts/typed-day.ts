import { type PlainDate, plainDate } from '../../src/values/plain-date.ts';

const forms = [/^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/, /^(\d{2})(\d{2})(\d{4})$/];

/** A day as people type it: "8/12/2023", "08-12-23", "08122023"; undefined where there is no such day. */
export function typedDay(text: string): PlainDate | undefined {
  for (const form of forms) {
    const [, day, month, year] = form.exec(text.trim()) ?? [];
    if (year) return plainDate(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
  }
  return undefined;
}
