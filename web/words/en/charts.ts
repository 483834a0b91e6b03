import type { Words } from '../vi.ts';

export const charts: Words['charts'] = {
  png: 'Save .png',
  svg: 'Save .svg',
  xlsx: 'Save .xlsx',
  asTable: 'Show as a table',
  keys: {
    expected: 'Expected, with what still is on the path',
    actual: 'Reached',
    estimated: 'Estimated',
    forecast: 'Forecast',
    target: 'Targets of documents',
  },
  bases: { planned: 'planned', estimated: 'estimated', preliminary: 'preliminary', final: 'final' },
  period: 'Period',
  reached: 'Reached',
  basis: 'Basis',
  expected: 'Expected',
  methods: {
    sameShare: 'if the rest of the year is as it was last year',
    evenPace: 'if the months to come are as those gone by on average',
    straightLine: 'if it goes on as what was reported',
  },
  sparkline: (count: string, first: string, last: string) => `${count} periods of late: from ${first} to ${last}`,
  forecast: (value, day, method) => `Forecast for ${day}: ${value}, ${method}. It is no reported figure.`,
};
