import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { listFigureImports } from '../../../src/api/figure-imports.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './figure-imports.module.css';

/** The latest imports, however they ended. */
export function PastImports({ shown, onShow }: { shown: string | null; onShow: (id: string) => void }) {
  const { words, language } = useWording();
  const own = words.figureImports;
  const names = own.beforeColumns;
  const { data } = useQuery({
    queryKey: ['figure-imports', 'list'],
    queryFn: ({ signal }) => call(listFigureImports, { signal }),
  });
  const imports = (data?.imports ?? []).filter(({ id }) => id !== shown);
  if (!data) return null;
  return (
    <section>
      <h2 className={styles.heading}>{own.before}</h2>
      {imports.length === 0 && <p className="soft">{own.none}</p>}
      {imports.length > 0 && (
        <table className={styles.table} aria-label={own.before}>
          <HeadRow columns={names} />
          <tbody>
            {imports.map(({ id, fileName, stage, figuresStored, rowsRefused, startedBy, startedAt }) => (
              <tr key={id}>
                <th scope="row" data-name={names.file}>
                  <Button variant="transparent" size="compact-sm" className={styles.file} onClick={() => onShow(id)}>
                    {fileName}
                  </Button>
                </th>
                <td data-name={names.stage}>{own.stages[stage]}</td>
                <td data-name={names.stored}>{formatNumber(figuresStored, language)}</td>
                <td data-name={names.refused}>{formatNumber(rowsRefused, language)}</td>
                <td data-name={names.who}>{startedBy.name}</td>
                <td data-name={names.at}>{formatMoment(startedAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
