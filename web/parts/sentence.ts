import { CallError } from '../../src/api/client.ts';
import type { Language } from '../../src/values/format.ts';
import { refusalSentence } from '../../src/values/refusal-words.ts';
import type { Words } from '../words/vi.ts';

/** What went wrong, in the person's language: what happened, why, what to do. */
export function sentenceOf(error: unknown, words: Words, language: Language): string {
  if (!(error instanceof CallError)) return words.fault.defect;
  if (error.code === 'unreachable' || error.code === 'notStoredYet') return words.fault[error.code];
  if (error.code === 'defect') {
    return error.detail.id ? `${words.fault.defect} (${error.detail.id})` : words.fault.defect;
  }
  return refusalSentence(error.code, error.detail, language);
}
