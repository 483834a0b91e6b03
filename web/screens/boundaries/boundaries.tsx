import { Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getBoundaries, removeBoundaries } from '../../../src/api/boundaries.ts';
import { call } from '../../../src/api/client.ts';
import type { BoundarySet } from '../../../src/registry/boundary.ts';
import { formatMoment, formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { Failure } from '../../parts/fault.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import styles from './boundaries.module.css';
import { LoadForm } from './load-form.tsx';

/** Where places lie: files that an administrator loads, so that breakdowns can be shown as maps. */
export function Boundaries() {
  const { words } = useWording();
  const own = words.boundaries;
  const found = useQuery({ queryKey: ['boundaries'], queryFn: ({ signal }) => call(getBoundaries, { signal }) });
  return (
    <AdministrationPage title={own.title}>
      <p className={styles.lead}>{own.lead}</p>
      <LoadForm />
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      <section aria-labelledby="loaded">
        <h2 id="loaded" className={styles.heading}>
          {own.loaded}
        </h2>
        {found.isPending && <Skeleton height={120} aria-busy="true" />}
        {found.data?.sets.length === 0 && <p className="soft">{own.none}</p>}
        <ul className={styles.list}>
          {found.data?.sets.map((set) => (
            <Loaded key={set.id} set={set} />
          ))}
        </ul>
      </section>
    </AdministrationPage>
  );
}

function Loaded({ set }: { set: BoundarySet }) {
  const { words, language } = useWording();
  const own = words.boundaries;
  const queries = useQueryClient();
  const count = (value: number) => formatNumber(value, language);
  const remove = useMutation({
    mutationFn: () => call(removeBoundaries, { params: { id: set.id } }),
    onSuccess: () => notifications.show({ message: own.removed }),
    onError: (error) => showRefused(sentenceOf(error, words, language)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['boundaries'] }),
  });
  return (
    <li className={styles.set}>
      <div className={styles.row}>
        <div>
          <strong>{own.of(words.tiers[set.tier], formatDate(set.day))}</strong>
          <div>{own.matched(count(set.matched), set.property)}</div>
          <div className="soft">
            {[set.source, set.fileName, own.by(set.loaded.by.name, formatMoment(set.loaded.at, language))].join('; ')}
          </div>
        </div>
        <AskedButton
          variant="default"
          aria-label={own.removeNamed(set.fileName)}
          title={own.removeNamed(set.fileName)}
          hint={own.removeHint}
          loading={remove.isPending}
          onYes={() => remove.mutate()}
        >
          {own.remove}
        </AskedButton>
      </div>
      {set.unmatched.length > 0 && <UnmatchedList set={set} />}
    </li>
  );
}

function UnmatchedList({ set: { unmatched } }: { set: BoundarySet }) {
  const { words, language } = useWording();
  const own = words.boundaries;
  return (
    <details className={styles.unmatched}>
      <summary>{own.unmatched(formatNumber(unmatched.length, language))}</summary>
      <div className={styles.scroll}>
        <table aria-label={own.unmatched(formatNumber(unmatched.length, language))}>
          <thead>
            <tr>
              {[own.heads.at, own.heads.name, own.heads.code, own.heads.why].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unmatched.map(({ at, name, code, why }) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                <td>{name ?? '–'}</td>
                <td>{code ?? '–'}</td>
                <td>{own.why[why]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
