import type { RegimeFields } from '../src/registry/regime.ts';

/** A regime written by hand, where a test is about what becomes of it; the province is that of `storeProvince`. */
export const aRegime = (changes: Partial<RegimeFields> = {}): RegimeFields => ({
  name: 'Báo cáo thử',
  kind: 'periodic',
  content: 'both',
  legalBasis: '',
  every: 'month',
  calendar: 'administrative',
  receiverId: 'ubnd',
  method: '',
  guide: '',
  closing: { kind: 'calendar' },
  deadlines: { province: 2, commune: 1 },
  asks: { targets: 'estimated', duties: false },
  outline: [],
  opensBefore: null,
  validFrom: '2025-01-01',
  validUntil: null,
  reporters: [{ agencyId: 'so-a' }],
  lines: [],
  ...changes,
});
