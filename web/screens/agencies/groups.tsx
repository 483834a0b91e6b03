import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { groupMembers, listAgencyGroups } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyGroup } from '../../../src/registry/agency-group.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import styles from './agencies.module.css';

const route = getRouteApi('/don-vi/nhom');

/** The groups that documents name, and who belongs to one of them on the frame's day, in a province. */
export function Groups() {
  const { words } = useWording();
  const own = words.agencies;
  const asOf = useAsOf();
  const { nhom, tinh } = route.useSearch();
  const navigate = useNavigate({ from: '/don-vi/nhom' });
  const groups = useQuery({
    queryKey: ['agency-groups', asOf],
    queryFn: ({ signal }) => call(listAgencyGroups, { query: { asOf }, signal }),
  });
  const chosen = groups.data?.groups.find(({ id }) => id === nhom);
  const place = tinh ?? groups.data?.usualPlace ?? null;
  return (
    <Page title={own.groups}>
      <p className={styles.lead}>{own.groupsLead}</p>
      {groups.isPending && <Skeleton height={240} aria-busy="true" />}
      {groups.isError && <Failure error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data && (
        <div className={styles.sides}>
          <ul className={styles.groupList} aria-label={own.groupsTable}>
            {groups.data.groups.map((group) => (
              <li key={group.id} data-chosen={group.id === nhom || undefined}>
                <Link
                  to="/don-vi/nhom"
                  search={(now) => ({ ...now, nhom: group.id })}
                  aria-current={group.id === nhom || undefined}
                  resetScroll={false}
                >
                  {group.name}
                </Link>
                {group.chosenByOfficer && <span className={styles.basis}>{own.chosen}</span>}
              </li>
            ))}
          </ul>
          <div>
            <Select
              label={own.place}
              placeholder={own.choosePlace}
              searchable
              data={groups.data.places.map(({ id, name }) => ({ value: id, label: name }))}
              value={place}
              onChange={(id) => id && void navigate({ search: (now) => ({ ...now, tinh: id }), replace: true })}
            />
            {chosen && <Members group={chosen} place={place} />}
          </div>
        </div>
      )}
    </Page>
  );
}

function Members({ group, place }: { group: AgencyGroup; place: string | null }) {
  const { words, language } = useWording();
  const own = words.agencies;
  const asOf = useAsOf();
  const members = useQuery({
    queryKey: ['group-members', group.id, place, asOf],
    queryFn: ({ signal }) =>
      call(groupMembers, { params: { id: group.id }, query: { asOf, place: place ?? undefined }, signal }),
  });
  const agencies = members.data?.agencies ?? [];
  return (
    <section className={styles.section} aria-live="polite">
      <h2>{own.membersOf(group.name)}</h2>
      {members.isPending && <Skeleton height={160} aria-busy="true" />}
      {members.isError && <Failure error={members.error} onRetry={() => void members.refetch()} />}
      {members.data && agencies.length === 0 && (
        <p className="soft">{group.rule.length === 0 ? own.outside : own.noMembers}</p>
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
