import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { askCorrection, getFigureHistory, getFiguresOfPoint, listCorrections } from '../../../src/api/figures.ts';
import type { FigureSheet } from '../../../src/registry/cell.ts';
import type { Figure } from '../../../src/registry/figure.ts';
import { readTyped } from '../../../src/registry/typed-number.ts';
import { AskedCorrection, useCorrectionRenewal } from '../../parts/corrections/asked-correction.tsx';
import { figureText, typedText } from '../../parts/figure-text.ts';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import type { LiveCell, LiveLine } from './figure-columns.ts';
import styles from './figures.module.css';

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
      {open && <AskedCorrection correction={open} />}
      {!open && may('askCorrection') && !cell.derived && <Ask figure={figure} line={line} />}
    </section>
  );
}

function Ask({ figure, line }: { figure: Figure; line: LiveLine }) {
  const { words, language } = useWording();
  const own = words.figures.correction;
  const renew = useCorrectionRenewal();
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
