import { useQuery } from '@tanstack/react-query';
import { ownSignIns } from '../../../src/api/account.ts';
import { call } from '../../../src/api/client.ts';
import { meansOf } from '../../../src/registry/sign-in-words.ts';
import { deviceName } from '../../parts/device-name.ts';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { SignInOutcome } from '../../parts/sign-in-outcome.tsx';
import { useWording } from '../../words/words.ts';
import styles from './account.module.css';

export function SignInsSection() {
  const { words, language } = useWording();
  const { own, unknownDevice } = words.audit.signIns;
  const signIns = useQuery({
    queryKey: ['own-sign-ins'],
    queryFn: ({ signal }) => call(ownSignIns, { signal }),
    staleTime: 0,
  });
  return (
    <section className={styles.section}>
      <h2>{own.title}</h2>
      <p className={styles.soft}>{own.hint}</p>
      {signIns.error && <Failure error={signIns.error} onRetry={() => void signIns.refetch()} />}
      {signIns.data?.entries.length === 0 && <p>{own.none}</p>}
      <ul className={styles.sessions}>
        {signIns.data?.entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <SignInOutcome outcome={entry.outcome} />
              <div className={styles.soft}>
                {meansOf(entry, language)} · {deviceName(entry.device) ?? unknownDevice} · {entry.address}
              </div>
            </div>
            <time className={styles.soft} dateTime={entry.at}>
              {formatMoment(entry.at, language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
