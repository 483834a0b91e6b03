import { formatNumber, type Language } from '../../src/values/format.ts';

/** "1,2 MB", in the thousands that file managers count in. */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${formatNumber(bytes, language)} B`;
  const [unit, size] = bytes < 1e6 ? ['KB', 1e3] : ['MB', 1e6];
  return `${formatNumber(Math.round((bytes / Number(size)) * 10) / 10, language)} ${unit}`;
}

const moments = {
  // `dateStyle: 'short'` would cut the year to two digits.
  vi: new Intl.DateTimeFormat('vi-VN', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
};

/** A moment on the clock of the person who looks. */
export const formatMoment = (iso: string, language: Language): string => moments[language].format(Date.parse(iso));
