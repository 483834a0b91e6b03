import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { figureWords, lineText } from '../../../src/registry/reference-words.ts';
import type { FigureSentence } from '../../../src/registry/report.ts';
import { type FigureRun, isFigure, type Run } from '../../../src/registry/section-content.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { useWords } from '../../words/words.ts';
import { Dialog } from '../dialog.tsx';
import styles from './report-editor.module.css';

type Props = { sentences: readonly FigureSentence[]; onPick: (runs: readonly Run[]) => void; onClose: () => void };

const mostShown = 40;

/** Numbers of the register by the words of their indicator, to be put into a text as references. */
export function FigurePicker({ sentences, onPick, onClose }: Props) {
  const words = useWords();
  const own = words.reportEditor.figures;
  const [query, setQuery] = useState('');
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const found = sentences.filter(({ indicator, agency, line }) => {
    const name = fold(`${indicator.name} ${line} ${agency?.name ?? ''}`);
    return wanted.every((word) => name.includes(word));
  });
  return (
    <Dialog onClose={onClose} size="lg" title={own.title}>
      <TextInput
        inputMode="search"
        label={own.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      {found.length === 0 && <p>{own.none}</p>}
      <ul className={styles.found}>
        {found.slice(0, mostShown).map((one) => (
          <li key={`${one.agency?.id} ${one.indicator.id} ${one.line}`}>
            <strong>
              {one.indicator.name}
              {one.line && ` (${one.line})`}
            </strong>
            <span className="soft">{one.agency?.name ?? words.reports.ofAgencies(one.agencies)}</span>
            <span className={styles.choices}>
              {distinct(one.runs).map((run) => (
                <button
                  key={run.figure.as + figureWords(run.figure)}
                  type="button"
                  aria-label={own.insert(figureWords(run.figure))}
                  onClick={() => onPick([{ figure: run.figure }])}
                >
                  {figureWords(run.figure)}
                </button>
              ))}
              <button
                type="button"
                aria-label={own.insert(lineText(one.runs))}
                title={lineText(one.runs)}
                onClick={() => onPick(one.runs)}
              >
                {own.sentence}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const distinct = (runs: readonly Run[]): FigureRun[] => [
  ...new Map(runs.filter(isFigure).map((run) => [run.figure.as + figureWords(run.figure), run])).values(),
];
