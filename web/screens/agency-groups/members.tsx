import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tryGroup } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { GroupPart } from '../../../src/registry/agency-group.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import styles from './agency-groups.module.css';

type Props = { title: string; rule: readonly GroupPart[]; place: string | null };

/** Who belongs to a group of this rule on the frame's day, asked anew while the rule is written. */
export function Members({ title, rule: written, place }: Props) {
  const { words, language } = useWording();
  const own = words.agencyGroups;
  const asOf = useAsOf();
  const [rule] = useDebouncedValue(written, 250);
  const members = useQuery({
    queryKey: ['group-members', rule, place, asOf],
    queryFn: ({ signal }) => call(tryGroup, { body: { rule: [...rule], asOf, place: place ?? undefined }, signal }),
    placeholderData: keepPreviousData,
  });
  const agencies = members.data?.agencies ?? [];
  return (
    <section className={styles.section} aria-live="polite">
      <h2>{title}</h2>
      {members.isPending && <Skeleton height={160} aria-busy="true" />}
      {members.isError && <Failure error={members.error} onRetry={() => void members.refetch()} />}
      {members.data && agencies.length === 0 && (
        <p className="soft">{written.length === 0 ? own.outside : own.noMembers}</p>
      )}
      {agencies.length > 0 && <p className="soft">{own.memberCount(formatNumber(agencies.length, language))}</p>}
      <ul className={styles.list}>
        {agencies.map(({ id, name, placeName }) => (
          <li key={id}>
            <Link to="/don-vi/$id" params={{ id }}>
              {name}
            </Link>
            {placeName && <span className="soft"> ({placeName})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
