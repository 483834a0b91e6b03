import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconReportAnalytics } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getRegime, listRegimes } from '../../../src/api/regimes.ts';
import { isRegimeInForce, type RegimeSummary } from '../../../src/registry/regime.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { today } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from '../rounds/rounds.module.css';
import { RegimeFiles } from './files.tsx';
import { RegimeEditor } from './regime-editor.tsx';

const route = getRouteApi('/che-do-bao-cao');

/** What is reported by whom to whom, and how often. */
export function Regimes() {
  const { words } = useWording();
  const own = words.regimes;
  const may = useMay();
  const { sua } = route.useSearch();
  const navigate = useNavigate({ from: '/che-do-bao-cao' });
  const regimes = useQuery({ queryKey: ['regimes'], queryFn: ({ signal }) => call(listRegimes, { signal }) });
  const edited = useQuery({
    queryKey: ['regime', sua],
    queryFn: ({ signal }) => call(getRegime, { params: { id: sua ?? '' }, signal }),
    enabled: sua !== undefined && sua !== 'moi',
  });
  const edit = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, sua: id }) });
  const rows = regimes.data?.regimes ?? [];
  return (
    <Page
      title={own.title}
      actions={
        may('changeRegimes') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={sua === 'moi'} onClick={() => edit('moi')}>
            {own.add}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{own.lead}</p>
      {regimes.isPending && <Skeleton height={240} aria-busy="true" />}
      {regimes.isError && <Failure error={regimes.error} onRetry={() => void regimes.refetch()} />}
      {edited.isError && <Failure error={edited.error} onRetry={() => void edited.refetch()} />}
      {sua === 'moi' && (
        <>
          <RegimeEditor key="moi" regime={undefined} onDone={() => edit(undefined)} />
          <p className="soft">{own.files.unsaved}</p>
        </>
      )}
      {sua !== undefined && sua !== 'moi' && edited.data && (
        <>
          <RegimeEditor key={sua} regime={edited.data} onDone={() => edit(undefined)} />
          <RegimeFiles regimeId={sua} />
        </>
      )}
      {regimes.data && rows.length === 0 && <Blank icon={IconReportAnalytics} title={own.none} text={own.noneHint} />}
      {sua === undefined && rows.length > 0 && <RegimeTable regimes={rows} />}
    </Page>
  );
}

function RegimeTable({ regimes }: { regimes: readonly RegimeSummary[] }) {
  const { words, language } = useWording();
  const own = words.regimes;
  const day = today();
  return (
    <table className={styles.table} aria-label={own.table}>
      <thead>
        <tr>
          {[own.name, own.frequency, own.content, own.receiver, own.opensBefore, own.state].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {regimes.map((regime) => (
          <tr key={regime.id}>
            <th scope="row">
              <Link to="/che-do-bao-cao" search={(now) => ({ ...now, sua: regime.id })} lang="vi">
                {regime.name}
              </Link>
            </th>
            <td data-name={own.frequency}>{own.every[regime.every]}</td>
            <td data-name={own.content}>{own.contents[regime.content]}</td>
            <td data-name={own.receiver}>{regime.receiver.name}</td>
            <td data-name={own.opensBefore}>
              {regime.opensBefore === null ? own.byHand : own.byItself(formatNumber(regime.opensBefore, language))}
            </td>
            <td data-name={own.state}>
              {isRegimeInForce(regime, day) ? own.inForce : own.notInForce}
              {regime.rounds > 0 && <div className="soft">{own.rounds(formatNumber(regime.rounds, language))}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
