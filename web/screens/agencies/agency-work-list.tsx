import { SegmentedControl, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AgencyPage, listAgencyWork } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import styles from './agencies.module.css';

const shown = 100;
const roles = ['lead', 'coord', 'monitor', 'named'] as const;

/** What documents name an agency for, by role; each line opens its sentence. */
export function AgencyWorkList({ page: { agency, work } }: { page: AgencyPage }) {
  const { words, language } = useWording();
  const own = words.agencies;
  const asOf = useAsOf();
  const [role, setRole] = useState('');
  const count = (name: string) => work.filter((one) => one.role === name).reduce((sum, one) => sum + one.count, 0);
  const all = work.reduce((sum, one) => sum + one.count, 0);
  const list = useQuery({
    queryKey: ['agency-work', agency.id, asOf, role],
    queryFn: ({ signal }) =>
      call(listAgencyWork, {
        params: { id: agency.id },
        query: { asOf, limit: shown, role: role === '' ? undefined : role },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: all > 0,
  });
  const rest = (list.data?.total ?? 0) - (list.data?.rows.length ?? 0);
  return (
    <section className={styles.section}>
      <h2>{own.work}</h2>
      {all === 0 && <p className="soft">{own.noWork}</p>}
      {all > 0 && (
        <SegmentedControl
          aria-label={own.work}
          value={role}
          onChange={setRole}
          data={[
            { value: '', label: `${own.allRoles} (${formatNumber(all, language)})` },
            ...roles
              .filter((name) => count(name) > 0)
              .map((name) => ({ value: name, label: `${own.roles[name]} (${formatNumber(count(name), language)})` })),
          ]}
        />
      )}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {all > 0 && list.isPending && <Skeleton height={160} aria-busy="true" />}
      <ul className={styles.work}>
        {list.data?.rows.map((row) => (
          <li key={`${row.documentId} ${row.findingId} ${row.role}`}>
            <Link to="/van-ban/$id" params={{ id: row.documentId }} search={{ muc: row.findingId }} preload={false}>
              {row.text}
            </Link>
            <span className={styles.basis}>
              {own.roles[row.role as keyof typeof own.roles] ?? row.role} · {row.documentNumber}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="soft">{own.moreWork(formatNumber(rest, language))}</p>}
    </section>
  );
}
