import { Button, Select, Skeleton } from '@mantine/core';
import { IconEdit, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { listAgencyGroups } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyGroup } from '../../../src/registry/agency-group.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './agency-groups.module.css';
import { GroupEditor } from './group-editor.tsx';
import { GroupStory } from './group-story.tsx';
import { Members } from './members.tsx';

const route = getRouteApi('/don-vi/nhom');

/** The groups that documents name, and who belongs to one of them on the frame's day, in a province. */
export function AgencyGroups() {
  const { words } = useWording();
  const own = words.agencyGroups;
  const may = useMay();
  const asOf = useAsOf();
  const { nhom, tinh } = route.useSearch();
  const navigate = useNavigate({ from: '/don-vi/nhom' });
  const [writing, setWriting] = useState<'new' | string | null>(null);
  const groups = useQuery({
    queryKey: ['agency-groups', asOf],
    queryFn: ({ signal }) => call(listAgencyGroups, { query: { asOf }, signal }),
  });
  const all = groups.data?.groups ?? [];
  const chosen = all.find(({ id }) => id === nhom);
  const place = tinh ?? groups.data?.usualPlace ?? null;
  const editing = writing === 'new' || (chosen !== undefined && writing === chosen.id);
  return (
    <Page
      title={own.title}
      actions={
        may('changeAgencies') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={editing} onClick={() => setWriting('new')}>
            {own.add}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{own.lead}</p>
      {groups.isPending && <Skeleton height={240} aria-busy="true" />}
      {groups.isError && <Failure error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data && (
        <div className={styles.sides}>
          <GroupList groups={all} chosen={nhom} onChoose={() => setWriting(null)} />
          <div>
            <Select
              label={own.place}
              placeholder={own.choosePlace}
              searchable
              data={groups.data.places.map(({ id, name }) => ({ value: id, label: name }))}
              value={place}
              onChange={(id) => id && void navigate({ search: (now) => ({ ...now, tinh: id }), replace: true })}
            />
            {editing && (
              <GroupEditor
                key={writing}
                group={writing === 'new' ? undefined : chosen}
                groups={all}
                place={place}
                onSaved={({ id }) => {
                  setWriting(null);
                  void navigate({ search: (now) => ({ ...now, nhom: id }) });
                }}
                onCancel={() => setWriting(null)}
              />
            )}
            {chosen && !editing && (
              <>
                {may('changeAgencies') && (
                  <Button
                    mt="md"
                    variant="default"
                    leftSection={<IconEdit size={18} aria-hidden />}
                    onClick={() => setWriting(chosen.id)}
                  >
                    {own.edit}
                  </Button>
                )}
                <Members key={chosen.id} title={own.membersOf(chosen.name)} rule={chosen.rule} place={place} />
                <GroupStory id={chosen.id} />
              </>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

type ListProps = { groups: readonly AgencyGroup[]; chosen: string | undefined; onChoose: () => void };

function GroupList({ groups, chosen, onChoose }: ListProps) {
  const { agencyGroups: own } = useWording().words;
  return (
    <ul className={styles.groups} aria-label={own.table}>
      {groups.map((group) => (
        <li key={group.id} data-chosen={group.id === chosen || undefined}>
          <Link
            to="/don-vi/nhom"
            search={(now) => ({ ...now, nhom: group.id })}
            aria-current={group.id === chosen || undefined}
            resetScroll={false}
            onClick={onChoose}
          >
            {group.name}
          </Link>
          {group.chosenByOfficer && <span className={styles.note}>{own.chosen}</span>}
        </li>
      ))}
    </ul>
  );
}
