import type { Secrecy } from './finding.ts';
import type { Language } from './format.ts';

/** The marks as the law on state secrets names them. */
export const secrecyWords: Record<Language, Record<Secrecy, string>> = {
  vi: { confidential: 'Mật', secret: 'Tối mật', topSecret: 'Tuyệt mật' },
  en: { confidential: 'confidential (Mật)', secret: 'secret (Tối mật)', topSecret: 'top secret (Tuyệt mật)' },
};
