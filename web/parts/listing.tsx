import { Button } from '@mantine/core';
import { type Icon, IconSearchOff, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { exportFormats } from '../../src/api/listing.ts';
import { formatNumber } from '../../src/values/format.ts';
import { useWording } from '../words/words.ts';
import { useAsOf } from './as-of.ts';
import { Blank } from './blank.tsx';
import { Failure } from './fault.tsx';
import { type Filter, FilterBar } from './filter-bar.tsx';
import { ColumnMenu, ExportMenu } from './list-menus.tsx';
import styles from './listing.module.css';
import { NothingThen } from './nothing-then.tsx';
import { Page } from './page.tsx';
import { type Column, RecordTable, type Sorting } from './record-table.tsx';
import { useMay } from './session.ts';
import type { RecordPages } from './use-record-pages.ts';

type Props<Row> = {
  words: {
    title: string;
    table: string;
    emptyTitle: string;
    emptyText: string;
    count: (n: string) => string;
    icon: Icon;
  };
  columns: Column<Row>[];
  shown: string[];
  onColumns: (shown: string[]) => void;
  linked: string;
  pages: RecordPages<Row>;
  filters: Filter[];
  query: string;
  sorting: Sorting;
  onFilter: (key: string, chosen: string[]) => void;
  onQuery: (query: string) => void;
  onSort: (sorting: Sorting) => void;
  onClear: () => void;
  exportHref: (format: (typeof exportFormats)[number]) => string;
  link: (row: Row, words: ReactNode) => ReactNode;
  card: (row: Row) => ReactNode;
  /** Links to lists beside this one. */
  places?: ReactNode;
};

/** A screen of all findings of one kind: filters, table, columns, export. */
export function Listing<Row>(props: Props<Row>) {
  const { words: own, columns, shown, pages, filters, query, sorting } = props;
  const { words, language } = useWording();
  const asOf = useAsOf();
  const importing = useMay()('importDocuments');
  const active = filters.reduce((sum, { chosen }) => sum + chosen.length, 0);
  const unfiltered = active === 0 && query === '';
  const count =
    pages.total === undefined ? null : <span aria-live="polite">{own.count(formatNumber(pages.total, language))}</span>;

  const body = () => {
    if (pages.error && pages.total === undefined) return <Failure error={pages.error} onRetry={pages.retry} />;
    if (pages.total === 0 && unfiltered && asOf !== undefined) return <NothingThen />;
    if (pages.total === 0 && unfiltered) {
      return (
        <Blank
          icon={own.icon}
          title={own.emptyTitle}
          text={importing ? own.emptyText : words.documents.emptyForReaders}
        >
          {importing && (
            <Button component={Link} to="/van-ban" leftSection={<IconUpload size={18} aria-hidden />}>
              {words.registerCounts.emptyAction}
            </Button>
          )}
        </Blank>
      );
    }
    if (pages.total === 0) {
      return (
        <Blank icon={IconSearchOff} title={words.list.nothingFound} text={words.list.nothingFoundHint}>
          <Button variant="default" onClick={props.onClear}>
            {words.list.clearAll}
          </Button>
        </Blank>
      );
    }
    return (
      <RecordTable
        label={own.table}
        columns={columns.filter(({ id }) => shown.includes(id))}
        linked={shown.includes(props.linked) ? props.linked : (shown[0] ?? '')}
        total={pages.total ?? 30}
        rowAt={pages.rowAt}
        onRange={pages.onRange}
        sorting={sorting}
        onSort={props.onSort}
        link={props.link}
        card={props.card}
      />
    );
  };

  return (
    <Page
      title={own.title}
      aside={count}
      fill
      actions={
        <>
          {props.places}
          <span className={styles.wideOnly}>
            <ColumnMenu columns={columns} shown={shown} onChange={props.onColumns} />
          </span>
          <ExportMenu hrefOf={props.exportHref} />
        </>
      }
    >
      <FilterBar
        searchLabel={words.list.searchLabel}
        placeholder={words.list.search}
        query={query}
        onQuery={props.onQuery}
        filters={filters}
        onFilter={props.onFilter}
        onClear={props.onClear}
      />
      {body()}
    </Page>
  );
}
