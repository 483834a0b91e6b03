import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { addRemark, endRemark } from '../../../src/api/figures.ts';
import type { FigureSheet, GridCell } from '../../../src/registry/cell.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './figures.module.css';
import { sheetKey } from './use-cells.ts';

/** What people at work on the report say about one cell. */
export function CellRemarks({ sheet, cell }: { sheet: FigureSheet; cell: GridCell }) {
  const { words, language } = useWording();
  const own = words.figures;
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const params = { id: sheet.submissionId };
  const { indicatorId, line, span, basis } = cell;
  const renew = () => queries.invalidateQueries({ queryKey: sheetKey(sheet.submissionId) });
  const add = useMutation({
    mutationFn: () =>
      call(addRemark, { params, body: { key: { indicatorId, line, span, basis }, words: text.trim() } }),
    onSuccess: () => {
      setText('');
      return renew();
    },
  });
  const settle = useMutation({
    mutationFn: (remarkId: string) => call(endRemark, { params: { ...params, remarkId } }),
    onSuccess: renew,
  });
  if (!sheet.mayRemark && cell.remarks.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate();
  };
  return (
    <section aria-label={own.remarks}>
      <h3 className={styles.stripHead}>{own.remarks}</h3>
      <ul className={styles.remarks}>
        {cell.remarks.map((remark) => (
          <li key={remark.id} data-kind={remark.kind}>
            {remark.kind === 'returned' && <strong>{own.returned}: </strong>}
            {remark.words}
            <span className="soft">
              {' '}
              {remark.author.name}, {formatMoment(remark.at, language)}
              {remark.settledAt && ` · ${own.settled}`}
            </span>
            {remark.settledAt === null && sheet.mayRemark && (
              <Button variant="subtle" size="compact-xs" onClick={() => settle.mutate(remark.id)}>
                {own.settle}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sheet.mayRemark && (
        <form onSubmit={submit}>
          <Textarea
            label={own.remark}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" size="compact-sm" mt={4} loading={add.isPending}>
            {own.addRemark}
          </Button>
        </form>
      )}
    </section>
  );
}
