import { useLocalStorage } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo } from 'react';
import { type Language, languages } from '../../src/values/format.ts';
import { en } from '../words/en.ts';
import { vi } from '../words/vi.ts';
import { WordingContext } from '../words/words.ts';

const wordsOf = { vi, en };

const isLanguage = (value: string): value is Language => languages.some((language) => language === value);

/** Vietnamese until the person chooses otherwise; the choice is remembered on this device. */
export function Wording({ children }: { children: ReactNode }) {
  const [stored, setLanguage] = useLocalStorage<string>({
    key: 'tiendo.language',
    defaultValue: 'vi',
    getInitialValueInEffect: false,
  });
  const language = isLanguage(stored) ? stored : 'vi';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const wording = useMemo(() => ({ language, words: wordsOf[language], setLanguage }), [language, setLanguage]);
  return <WordingContext value={wording}>{children}</WordingContext>;
}

export type Density = 'comfortable' | 'compact';

export function useDensity(): [Density, (density: Density) => void] {
  const [stored, setDensity] = useLocalStorage<Density>({
    key: 'tiendo.density',
    defaultValue: 'comfortable',
    getInitialValueInEffect: false,
  });
  return [stored === 'compact' ? 'compact' : 'comfortable', setDensity];
}
