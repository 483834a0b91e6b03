import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { dayOfMoment, PlainDate, plainDate } from '../../src/values/plain-date.ts';

/** The day that the server counts by, wherever the person's machine thinks it is. */
export const today = (): PlainDate => dayOfMoment(new Date());

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return plainDate(year, month, day) === text;
};

/** A day before today as the address holds it. What is no such day is dropped, so that the link opens as of today. */
const PastDay = PlainDate.refine((day) => isDay(day) && day < today());

/** The part of every screen's address that the frame owns. */
export const AsOfSearch = z.object({ ngay: PastDay.optional() });

/** The past day that the register is read as of; undefined is today. */
export const useAsOf = (): PlainDate | undefined => useSearch({ strict: false, select: ({ ngay }) => ngay });

/** Stays on the screen and reads it as of another day; undefined is today. */
export function useSetAsOf(): (day: PlainDate | undefined) => void {
  const navigate = useNavigate();
  return (day) =>
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => ({
        ...now,
        ngay: day !== undefined && day < today() ? day : undefined,
      }),
      resetScroll: false,
    });
}
