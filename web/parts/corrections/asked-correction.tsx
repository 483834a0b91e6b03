import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { stepCorrection } from '../../../src/api/figures.ts';
import type { CorrectionItem, CorrectionVerb } from '../../../src/registry/correction.ts';
import { useWording } from '../../words/words.ts';
import { figureText } from '../figure-text.ts';
import { formatMoment } from '../measures.ts';
import { sentenceOf } from '../sentence.ts';
import styles from './corrections.module.css';

/** What shows a figure or what is asked of it is asked for again. */
export function useCorrectionRenewal() {
  const queries = useQueryClient();
  return (submissionId: string | null) =>
    Promise.all(
      [
        ['figures'],
        ['corrections'],
        ['indicator-figures'],
        ...(submissionId ? [['figure-sheet', submissionId]] : []),
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

/** What is asked for, and what may be done about it. */
export function AskedCorrection({ correction }: { correction: CorrectionItem }) {
  const { words, language } = useWording();
  const own = words.figures.correction;
  const renew = useCorrectionRenewal();
  const [because, setBecause] = useState('');
  const step = useMutation({
    mutationFn: (verb: CorrectionVerb) =>
      call(stepCorrection, { params: { id: correction.id }, body: { verb, version: correction.version, because } }),
    onSuccess: () => renew(correction.figure.submissionId),
  });
  return (
    <div>
      <p>
        <strong>{own.stages[correction.stage]}</strong>:{' '}
        {own.from(figureText(correction.figure, words, language), figureText(correction, words, language))}
      </p>
      <p className="soft">
        {correction.reason} ({correction.asked.by.name}, {formatMoment(correction.asked.at, language)})
      </p>
      {correction.may.includes('grant') && (
        <TextInput
          label={own.because}
          maxLength={2000}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      )}
      {step.error && <Alert color="red">{sentenceOf(step.error, words, language)}</Alert>}
      <div className={styles.buttons}>
        {correction.may.map((verb) => (
          <Button
            key={verb}
            size="compact-sm"
            variant={verb === 'grant' ? 'filled' : 'default'}
            loading={step.isPending}
            onClick={() => step.mutate(verb)}
          >
            {own.verbs[verb]}
          </Button>
        ))}
      </div>
    </div>
  );
}
