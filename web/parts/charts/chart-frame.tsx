import { Button } from '@mantine/core';
import { IconPhotoDown, IconTableDown, IconVector } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useRef } from 'react';
import { type ChartTable, writeChartTable } from '../../../src/api/chart-tables.ts';
import { addressOf } from '../../../src/api/client.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording, useWords } from '../../words/words.ts';
import { Failure } from '../fault.tsx';
import { saveDocument } from '../save-document.ts';
import styles from './charts.module.css';
import { savePng, saveSvg } from './save-chart.ts';

type Props = {
  title: string;
  /** The same numbers: as a table for keyboard, screen reader and paper, and as a workbook. */
  table: Pick<ChartTable, 'heads' | 'rows'>;
  draw: (place: RefObject<SVGSVGElement | null>) => ReactNode;
};

/** What every chart has around it: its name, its table, and itself as a file. */
export function ChartFrame({ title, table, draw }: Props) {
  const own = useWords().charts;
  const sheet = useSheet({ name: title, ...table });
  const place = useRef<SVGSVGElement>(null);
  const save = (as: (drawing: SVGSVGElement, name: string) => unknown) => () => {
    if (place.current) void as(place.current, title);
  };
  return (
    <figure className={styles.chart}>
      <figcaption className="hidden-visually">{title}</figcaption>
      {draw(place)}
      <div className={styles.tools}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPhotoDown size={16} aria-hidden />}
          onClick={save(savePng)}
        >
          {own.png}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconVector size={16} aria-hidden />}
          onClick={save(saveSvg)}
        >
          {own.svg}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={sheet.isPending}
          leftSection={<IconTableDown size={16} aria-hidden />}
          onClick={() => sheet.mutate()}
        >
          {own.xlsx}
        </Button>
      </div>
      {sheet.isError && <Failure error={sheet.error} onRetry={() => sheet.mutate()} />}
      <details className={styles.table}>
        <summary>{own.asTable}</summary>
        <div>
          <Table {...table} caption={title} />
        </div>
      </details>
    </figure>
  );
}

const useSheet = (body: ChartTable) =>
  useMutation({ mutationFn: () => saveDocument(addressOf(writeChartTable, { body }), body) });

function Table({ heads, rows, caption }: Pick<ChartTable, 'heads' | 'rows'> & { caption: string }) {
  const { language } = useWording();
  const told = (cell: string | number | null | undefined) =>
    typeof cell === 'number' ? formatNumber(Number(cell.toPrecision(8)), language) : cell;
  return (
    <table>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={[first, ...rest].join(' ')}>
            <th scope="row">{told(first)}</th>
            {heads.slice(1).map((head, column) => (
              <td key={head}>{told(rest[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
