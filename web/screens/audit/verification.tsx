import { Alert } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { verifyAudit } from '../../../src/api/audit.ts';
import { call } from '../../../src/api/client.ts';
import type { AuditVerification } from '../../../src/registry/audit.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import styles from './audit.module.css';

/** Asked for by a button: it reads the whole log. */
export const useVerification = (): UseQueryResult<AuditVerification> =>
  useQuery({
    queryKey: ['audit-verification'],
    queryFn: ({ signal }) => call(verifyAudit, { query: {}, signal }),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export function Verification({ verification }: { verification: UseQueryResult<AuditVerification> }) {
  const { words, language } = useWording();
  const own = words.audit;
  if (verification.error) return <Failure error={verification.error} onRetry={() => void verification.refetch()} />;
  if (!verification.data) return null;
  const { actions, head, faults } = verification.data;
  const whole = faults.length === 0;
  return (
    <Alert
      role="status"
      color={whole ? 'teal' : 'red'}
      icon={whole ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
      title={whole ? own.whole(formatNumber(actions, language)) : own.broken(formatNumber(faults.length, language))}
    >
      {whole && head && (
        <>
          {own.head} <code className={styles.head}>{head}</code>
        </>
      )}
      {!whole && (
        <ul>
          {faults.map(({ kind, position, actionId }) => (
            <li key={`${kind} ${position} ${actionId}`}>
              {[
                position !== null && own.faultAt.position(formatNumber(position, language)),
                actionId !== null && own.faultAt.action(formatNumber(actionId, language)),
              ]
                .filter(Boolean)
                .join(', ')}
              : {own.faults[kind]}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
