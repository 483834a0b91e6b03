import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { pillarsOfTitle } from '../../../src/registry/pillar-words.ts';
import { lineText } from '../../../src/registry/reference-words.ts';
import type { FigureSentence } from '../../../src/registry/report.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './report.module.css';

type Props = { title: string; sentences: readonly FigureSentence[]; onTake: (chosen: FigureSentence[]) => void };

const keyOf = ({ agency, indicator, line }: FigureSentence): string => [agency?.id, indicator.id, line].join('\t');

/** Sentences that the figures compose; those that a section of this title is about are chosen to begin with. */
export function Sentences({ title, sentences, onTake }: Props) {
  const { words, language } = useWording();
  const own = words.reports;
  const pillars = pillarsOfTitle(title);
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (one: FigureSentence) =>
    said.get(keyOf(one)) ?? (one.pillar !== null && pillars.some((pillar) => pillar === one.pillar));
  const chosen = sentences.filter(isChosen);
  if (sentences.length === 0) return <p className="soft">{own.noSentences}</p>;
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        disabled={chosen.length === 0}
        onClick={() => {
          onTake(chosen);
          setSaid(new Map(sentences.map((one) => [keyOf(one), false])));
        }}
      >
        {own.compose} ({formatNumber(chosen.length, language)})
      </Button>
      <ul className={styles.sentences}>
        {sentences.map((one) => (
          <li key={keyOf(one)}>
            <Checkbox
              label={lineText(one.runs)}
              description={one.agency?.name ?? own.ofAgencies(one.agencies)}
              checked={isChosen(one)}
              onChange={(event) => setSaid(new Map(said).set(keyOf(one), event.currentTarget.checked))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
