import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addressOf, call } from '../../../src/api/client.ts';
import { cancelFigureImport, getFigureImport, getRefusedRows } from '../../../src/api/figure-imports.ts';
import { type FigureImport, isOver } from '../../../src/registry/figure-import.ts';
import { rowFaultSentence } from '../../../src/registry/row-fault-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { refusalSentence } from '../../../src/values/refusal-words.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { useWording } from '../../words/words.ts';
import styles from './figure-imports.module.css';

const every = 700;

/** How far an import is, to be cancelled while it runs; then what was stored and what was not. */
export function ImportProgress({ id }: { id: string }) {
  const { words, language } = useWording();
  const own = words.figureImports;
  const queries = useQueryClient();
  const key = ['figure-imports', id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const found = await call(getFigureImport, { params: { id }, signal });
      if (isOver(found)) void queries.invalidateQueries({ queryKey: ['figure-imports', 'list'] });
      return found;
    },
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : every),
  });
  const cancel = useMutation({
    mutationFn: () => call(cancelFigureImport, { params: { id } }),
    onSuccess: (done) => queries.setQueryData(key, done),
  });
  if (!data) return null;
  return (
    <section aria-live="polite">
      <h2 className={styles.heading}>
        {data.fileName}: {own.stages[data.stage]}
      </h2>
      {!isOver(data) && (
        <>
          <p>{own.progress(formatNumber(data.rowsRead, language))}</p>
          <Progress value={100} animated aria-label={own.stages[data.stage]} />
          <Button variant="default" className={styles.start} loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {own.cancel}
          </Button>
        </>
      )}
      {isOver(data) && <Outcome done={data} />}
    </section>
  );
}

function Outcome({ done }: { done: FigureImport }) {
  const { words, language } = useWording();
  const own = words.figureImports;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      {done.stage === 'done' && (
        <p>{own.result(number(done.figuresStored), number(done.figuresReplaced), number(done.figuresSame))}</p>
      )}
      {done.refusal && (
        <p className={styles.fault}>{refusalSentence(done.refusal.code, done.refusal.detail, language)}</p>
      )}
      {done.rowsRefused > 0 && (
        <>
          <p>
            {own.refusedRows(number(done.rowsRefused))}{' '}
            <Button
              component="a"
              size="compact-sm"
              variant="default"
              href={addressOf(getRefusedRows, { params: { id: done.id }, query: { language } })}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {own.download}
            </Button>
          </p>
          <Faults faults={done.faults} />
          {done.rowsRefused > done.faults.length && (
            <p>{own.moreFaults(number(done.rowsRefused - done.faults.length))}</p>
          )}
        </>
      )}
    </>
  );
}

function Faults({ faults }: Pick<FigureImport, 'faults'>) {
  const { words, language } = useWording();
  const { faultColumns: names } = words.figureImports;
  return (
    <table className={styles.table}>
      <HeadRow columns={names} />
      <tbody>
        {faults.map(({ row, column, value, code, detail }) => (
          <tr key={`${row} ${column} ${code}`}>
            <th scope="row" data-name={names.row}>
              {row}
            </th>
            <td data-name={names.column}>{column}</td>
            <td data-name={names.value}>{value}</td>
            <td data-name={names.why}>{rowFaultSentence({ code, detail }, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
