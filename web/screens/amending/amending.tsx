import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { type Amending as Found, getAmending } from '../../../src/api/counterparts.ts';
import { type Amendment, amendments } from '../../../src/registry/amendment.ts';
import { amendmentWords } from '../../../src/registry/verdict-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { ItemKind } from '../../parts/comparison/items.ts';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import styles from './amending.module.css';
import { AmendingTable } from './amending-table.tsx';
import { rowsOf } from './rows.ts';

const route = getRouteApi('/van-ban/$id/so-sanh/$earlier');

function Result({ found }: { found: Found }) {
  const { words, language } = useWording();
  const [kind, setKind] = useState<ItemKind>(found.targets.length > 0 ? 'target' : 'task');
  const [only, setOnly] = useState<Amendment | 'all'>('all');
  const rows = rowsOf(found, kind, language);
  const counted = amendments.flatMap((amendment) => {
    const count = rows.filter(({ amended }) => amended.amendment === amendment).length;
    return count > 0
      ? [{ value: amendment, label: `${amendmentWords[amendment][language]} (${formatNumber(count, language)})` }]
      : [];
  });
  const shown = rows.filter(({ amended }) => only === 'all' || amended.amendment === only);
  return (
    <>
      <p className={styles.about}>{found.replaces ? words.amending.replaces : words.amending.amends}</p>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={words.alignment.kind}
          value={kind}
          onChange={(value) => {
            setKind(value === 'task' ? 'task' : 'target');
            setOnly('all');
          }}
          data={[
            { value: 'target', label: words.frame.targets },
            { value: 'task', label: words.frame.tasks },
          ]}
        />
        <SegmentedControl
          aria-label={words.amending.show}
          className={styles.only}
          value={only}
          onChange={(value) => setOnly(amendments.find((one) => one === value) ?? 'all')}
          data={[{ value: 'all', label: words.amending.all }, ...counted]}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{words.amending.nothing}</p>
      ) : (
        <AmendingTable found={found} rows={shown} kind={kind} />
      )}
    </>
  );
}

/** What a document makes of an earlier one that it amends or replaces. */
export function Amending() {
  const { words } = useWording();
  const { id, earlier } = route.useParams();
  const found = useQuery({
    queryKey: ['amending', id, earlier],
    queryFn: ({ signal }) => call(getAmending, { params: { id, earlier }, signal }),
  });
  if (found.isPending) return <Skeleton height={320} aria-busy="true" />;
  if (found.isError) {
    const gone = found.error instanceof CallError && ['notFound', 'invalidInput'].includes(found.error.code);
    return gone ? <NotFound /> : <Failure error={found.error} onRetry={() => void found.refetch()} />;
  }
  const nameOf = ({ document }: Found['earlier']) => document.number ?? document.title ?? document.fileName;
  return (
    <Page title={words.amending.title(nameOf(found.data.later), nameOf(found.data.earlier))}>
      <Result found={found.data} />
    </Page>
  );
}
