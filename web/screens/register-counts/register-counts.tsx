import { Button, Skeleton } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { call } from '../../../src/api/client.ts';
import { getRegisterCounts } from '../../../src/api/register-counts.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { NothingThen } from '../../parts/nothing-then.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { DocumentsByYear, TargetsByGroup, TasksByLead } from './charts.tsx';
import styles from './register-counts.module.css';

type Figures = z.output<typeof getRegisterCounts.response>;

const tiles = [
  { name: 'documents', to: '/van-ban' },
  { name: 'targets', to: '/chi-tieu' },
  { name: 'tasks', to: '/nhiem-vu' },
  { name: 'notes', to: '/van-ban' },
] as const;

function Tiles({ figures }: { figures: Figures }) {
  const { words, language } = useWording();
  const names = { ...words.frame, notes: words.document.notes };
  return (
    <ul className={styles.tiles}>
      {tiles.map(({ name, to }) => (
        <li key={name}>
          <Link to={to} search={{}} className={styles.tile} data-name={name}>
            <strong>{formatNumber(figures[name], language)}</strong>
            <span>{names[name]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className={styles.waiting}>
      <Skeleton height={84} />
      <Skeleton height={320} />
      <Skeleton height={320} />
    </div>
  );
}

function Content() {
  const { words, language } = useWording();
  const asOf = useAsOf();
  const importing = useMay()('importDocuments');
  const counts = useQuery({
    queryKey: ['register-counts', asOf],
    queryFn: ({ signal }) => call(getRegisterCounts, { query: { asOf }, signal }),
  });
  if (counts.isPending) return <Waiting />;
  if (counts.isLoadingError) return <Failure error={counts.error} onRetry={() => void counts.refetch()} />;
  const figures = counts.data;
  if (figures.documents === 0 && asOf !== undefined) return <NothingThen />;
  if (figures.documents === 0) {
    return (
      <Blank
        icon={IconFileText}
        title={words.registerCounts.emptyTitle}
        text={importing ? words.registerCounts.emptyText : words.documents.emptyForReaders}
      >
        {importing && (
          <Button component={Link} to="/van-ban" leftSection={<IconUpload size={18} aria-hidden />}>
            {words.registerCounts.emptyAction}
          </Button>
        )}
      </Blank>
    );
  }
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <p className={styles.lead}>
        {words.registerCounts.lead(number(figures.documents), number(figures.targets), number(figures.tasks))}
      </p>
      <Tiles figures={figures} />
      <div className={styles.charts}>
        <DocumentsByYear counts={figures.documentsByYearAndKind} />
        <TargetsByGroup counts={figures.targetsByGroupAndYear} />
        <TasksByLead counts={figures.tasksByLeadAndDue} />
      </div>
    </>
  );
}

export function RegisterCounts() {
  const { words } = useWording();
  return (
    <Page title={words.registerCounts.title}>
      <Content />
    </Page>
  );
}
