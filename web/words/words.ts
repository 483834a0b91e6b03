import { createContext, use } from 'react';
import type { Language } from '../../src/values/format.ts';
import type { Words } from './vi.ts';

type Wording = { language: Language; words: Words; setLanguage: (language: Language) => void };

export const WordingContext = createContext<Wording | undefined>(undefined);

export function useWording(): Wording {
  const wording = use(WordingContext);
  if (!wording) throw new Error('WordingContext is missing');
  return wording;
}

export const useWords = (): Words => useWording().words;
