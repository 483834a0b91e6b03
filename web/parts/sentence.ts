import { CallError } from '../../src/api/client.ts';
import type { Language } from '../../src/values/format.ts';
import { refusalSentence } from '../../src/values/refusal-words.ts';
import type { Words } from '../words/vi.ts';

/** What went wrong, in the person's language: what happened, why, what to do. */
export function sentenceOf(error: unknown, words: Words, language: Language): string {
  const sentence = causeOf(error, words, language);
  const id = error instanceof CallError ? error.requestId : undefined;
  return id === undefined ? sentence : `${sentence} ${words.fault.requestId(id)}`;
}

function causeOf(error: unknown, words: Words, language: Language): string {
  if (!(error instanceof CallError) || error.code === 'defect') return words.fault.defect;
  if (error.code === 'unreachable' || error.code === 'notStoredYet') return words.fault[error.code];
  return refusalSentence(error.code, error.detail, language);
}
