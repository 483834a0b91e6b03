import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import {
  askCorrection,
  getFigureHistory,
  getFiguresOfPoint,
  listCorrections,
  stepCorrection,
} from '../../../src/api/figures.ts';
import type { FigureSheet } from '../../../src/registry/cell.ts';
import type { CorrectionItem, CorrectionVerb } from '../../../src/registry/correction.ts';
import type { Figure } from '../../../src/registry/figure.ts';
import { readTyped } from '../../../src/registry/typed-number.ts';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import type { LiveCell, LiveLine } from './figure-columns.ts';
import { figureText, typedText } from './figure-text.ts';
import styles from './figures.module.css';
import { sheetKey } from './use-cells.ts';

type Props = { sheet: FigureSheet; line: LiveLine; cell: LiveCell };

/** A figure that is locked: the values it has had, and how another takes its place. */
export function FigureCorrection({ sheet, line, cell }: Props) {
  const { words, language } = useWording();
  const own = words.figures.correction;
  const may = useMay();
  const { submissionId, period, calendar } = sheet;
  const { indicatorId, span, basis } = cell;
  const figure = useQuery({
    queryKey: ['figures', 'point', indicatorId, cell.line, period],
    queryFn: ({ signal }) =>
      call(getFiguresOfPoint, { params: { id: indicatorId }, query: { line: cell.line, period }, signal }),
    select: ({ figures }) =>
      figures.find((one) => one.submissionId === submissionId && one.span === span && one.basis === basis),
  }).data;
  const history = useQuery({
    queryKey: ['figures', 'history', figure?.id],
    enabled: figure !== undefined,
    queryFn: ({ signal }) =>
      call(getFigureHistory, {
        query: { agencyId: figure?.agency.id ?? '', indicatorId, line: cell.line, period, calendar, span, basis },
        signal,
      }),
  }).data;
  const open = useQuery({
    queryKey: ['corrections', submissionId],
    queryFn: ({ signal }) => call(listCorrections, { query: { submissionId, page: 1 }, signal }),
  }).data?.corrections.find((one) => one.stage === 'asked' && one.figure.id === figure?.id);
  if (!figure) return null;
  const past = history?.figures.filter(({ endedAt }) => endedAt !== null) ?? [];
  return (
    <section aria-label={own.title} className={styles.correction}>
      <h3 className={styles.stripHead}>{own.title}</h3>
      {past.length > 0 && (
        <>
          <p className="soft">{own.versions}</p>
          <ul>
            {past.map((one) => (
              <li key={one.id}>
                {figureText(one, words, language)}{' '}
                <span className="soft">{one.endedAt && own.until(formatMoment(one.endedAt, language))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {open && <Asked correction={open} />}
      {!open && may('askCorrection') && !cell.derived && <Ask figure={figure} line={line} />}
    </section>
  );
}

function useRenewal() {
  const queries = useQueryClient();
  return (submissionId: string | null) =>
    Promise.all(
      [['figures'], ['corrections'], ['indicator-figures'], ...(submissionId ? [sheetKey(submissionId)] : [])].map(
        (queryKey) => queries.invalidateQueries({ queryKey }),
      ),
    );
}

function Ask({ figure, line }: { figure: Figure; line: LiveLine }) {
  const { words, language } = useWording();
  const own = words.figures.correction;
  const renew = useRenewal();
  const [text, setText] = useState(typedText(figure));
  const [reason, setReason] = useState('');
  const read = readTyped(text, line);
  const ask = useMutation({
    mutationFn: (value: Pick<Figure, 'value' | 'missing'>) =>
      call(askCorrection, { body: { figureId: figure.id, ...value, reason } }),
    onSuccess: () => renew(figure.submissionId),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('figure' in read) ask.mutate(read.figure);
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={own.value}
        value={text}
        error={'fault' in read && words.figures[read.fault](text, line.unit ?? '')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        required
        label={own.reason}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {ask.error && <Alert color="red">{sentenceOf(ask.error, words, language)}</Alert>}
      <Button type="submit" variant="default" size="compact-sm" mt={4} loading={ask.isPending}>
        {own.ask}
      </Button>
    </form>
  );
}

function Asked({ correction }: { correction: CorrectionItem }) {
  const { words, language } = useWording();
  const own = words.figures.correction;
  const renew = useRenewal();
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
