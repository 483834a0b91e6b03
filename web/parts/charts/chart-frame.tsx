import { Button } from '@mantine/core';
import { IconPhotoDown, IconTableDown, IconVector } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './charts.module.css';
import { savePng, saveSvg } from './save-chart.ts';

type Props = {
  title: string;
  /** The same numbers as a table: for keyboard, screen reader and paper. */
  table: ReactNode;
  /** Of the same numbers as a workbook. */
  workbook?: string;
  draw: (place: RefObject<SVGSVGElement | null>) => ReactNode;
};

/** What every chart has around it: its name, its table, and itself as a file. */
export function ChartFrame({ title, table, workbook, draw }: Props) {
  const own = useWords().charts;
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
        {workbook !== undefined && (
          <Button
            component="a"
            href={workbook}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconTableDown size={16} aria-hidden />}
          >
            {own.xlsx}
          </Button>
        )}
      </div>
      <details className={styles.table}>
        <summary>{own.asTable}</summary>
        <div>{table}</div>
      </details>
    </figure>
  );
}
