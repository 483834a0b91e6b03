import { Button, Checkbox, Skeleton } from '@mantine/core';
import { IconArrowMerge, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listReorganisations, type ReorganisationLine } from '../../../src/api/reorganisations.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Orphans } from './orphans.tsx';
import styles from './reorganisations.module.css';
import { StateMark } from './state-mark.tsx';
import { WorkByAgency } from './work-by-agency.tsx';

/** The facts of a whole country are many; here are those with work, those carried out, and an officer's own. */
const isNear = ({ own, state, waiting }: ReorganisationLine): boolean => own || waiting > 0 || state === 'applied';

/** Every event that changes who there is, and how much open work each still has to move. */
export function Reorganisations() {
  const { words } = useWording();
  const may = useMay();
  const [all, setAll] = useState(false);
  const events = useQuery({
    queryKey: ['reorganisations'],
    queryFn: ({ signal }) => call(listReorganisations, { signal }),
  });
  const lines = events.data?.reorganisations ?? [];
  const shown = all ? lines : lines.filter(isNear);
  return (
    <Page
      title={words.reorganisations.title}
      actions={
        may('reorganise') && (
          <Button
            renderRoot={(props) => <Link to="/don-vi/sap-xep/moi" {...props} />}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {words.reorganisations.write}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{words.reorganisations.lead}</p>
      {events.isPending && <Skeleton height={240} aria-busy="true" />}
      {events.isError && <Failure error={events.error} onRetry={() => void events.refetch()} />}
      {events.data && shown.length > 0 && <Lines lines={shown} />}
      {events.data && shown.length === 0 && (
        <Blank icon={IconArrowMerge} title={words.reorganisations.emptyTitle} text={words.reorganisations.emptyText} />
      )}
      {events.data && <Orphans orphans={events.data.orphans} />}
      {lines.some((line) => !isNear(line)) && (
        <Checkbox
          mt="md"
          label={words.reorganisations.showAll}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <WorkByAgency />
    </Page>
  );
}

function Lines({ lines }: { lines: ReorganisationLine[] }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="hidden-visually">{names.table}</caption>
        <thead>
          <tr>
            <th scope="col">{names.day}</th>
            <th scope="col">{names.event}</th>
            <th scope="col">{names.state}</th>
            <th scope="col" data-numeric>
              {names.waitingWork}
            </th>
            <th scope="col" data-numeric>
              {names.agencies}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, title, effectiveOn, legalBasis, state, waiting, agencies }) => (
            <tr key={id}>
              <td data-name={names.day}>{formatDate(effectiveOn)}</td>
              <th scope="row">
                <Link to="/don-vi/sap-xep/$id" params={{ id }}>
                  {title}
                </Link>
                <span className={styles.basis}>{legalBasis}</span>
              </th>
              <td data-name={names.state}>
                <StateMark state={state} waiting={waiting} />
              </td>
              <td data-name={names.waitingWork} data-numeric>
                {waiting > 0 ? <strong>{formatNumber(waiting, language)}</strong> : <span className="soft">0</span>}
              </td>
              <td data-name={names.agencies} data-numeric>
                {formatNumber(agencies, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
