import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { countAgencyWork } from '../../../src/api/reorganisations.ts';
import { type AgencyMap, agencyMaps } from '../../../src/registry/filed-work.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { useWording } from '../../words/words.ts';
import styles from './reorganisations.module.css';

const shown = 20;

/** Who has how much open work: under the names of the documents, or on the map of the day that is looked at. */
export function WorkByAgency() {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const asOf = useAsOf();
  const [map, setMap] = useState<AgencyMap>('today');
  const found = useQuery({
    queryKey: ['agency-work', map, asOf],
    queryFn: ({ signal }) => call(countAgencyWork, { query: { map, asOf }, signal }),
    placeholderData: keepPreviousData,
  });
  const agencies = found.data?.agencies ?? [];
  if (agencies.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="viec-theo-don-vi">
      <h2 id="viec-theo-don-vi">{names.workByAgency}</h2>
      <SegmentedControl
        aria-label={names.workByAgency}
        mb="sm"
        value={map}
        onChange={(next) => setMap(agencyMaps.find((one) => one === next) ?? map)}
        data={agencyMaps.map((one) => ({ value: one, label: names.maps[one] }))}
      />
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption className="hidden-visually">{names.workByAgency}</caption>
          <thead>
            <tr>
              <th scope="col">{words.list.agency}</th>
              <th scope="col" data-numeric>
                {words.frame.tasks}
              </th>
              <th scope="col" data-numeric>
                {words.frame.targets}
              </th>
            </tr>
          </thead>
          <tbody>
            {agencies.slice(0, shown).map(({ agencyId, name, tasks, targets }) => (
              <tr key={agencyId}>
                <th scope="row">{name}</th>
                <td data-name={words.frame.tasks} data-numeric>
                  {formatNumber(tasks, language)}
                </td>
                <td data-name={words.frame.targets} data-numeric>
                  {formatNumber(targets, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {agencies.length > shown && (
        <p className="soft">{names.moreAgencies(formatNumber(agencies.length - shown, language))}</p>
      )}
    </section>
  );
}
