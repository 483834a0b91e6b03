import { Alert, Badge, Button } from '@mantine/core';
import { type AccountSession, endOtherSessions, endSession } from '../../../src/api/account.ts';
import { call } from '../../../src/api/client.ts';
import { deviceName } from '../../parts/device-name.ts';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './account.module.css';
import { useAccountChange } from './use-account.ts';

export function SessionsSection({ sessions }: { sessions: readonly AccountSession[] }) {
  const { words, language } = useWording();
  const own = words.account.sessions;
  const end = useAccountChange((id: string) => call(endSession, { params: { id } }));
  const endOthers = useAccountChange(() => call(endOtherSessions, {}));
  const error = end.error ?? endOthers.error;
  return (
    <section className={styles.section}>
      <h2>{own.title}</h2>
      <p className={styles.soft}>{own.hint}</p>
      {error && <Alert color="red">{sentenceOf(error, words, language)}</Alert>}
      <ul className={styles.sessions}>
        {sessions.map((session) => {
          const device = deviceName(session.device) ?? own.unknown;
          return (
            <li key={session.id}>
              <div>
                {device} · {session.address} {session.present && <Badge variant="light">{own.present}</Badge>}
                <div className={styles.soft}>
                  {own.used(formatMoment(session.usedAt, language))},{' '}
                  {own.began(formatMoment(session.beganAt, language))}
                  {session.provider && `, ${own.through(session.provider)}`}
                </div>
              </div>
              {!session.present && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={own.endNamed(`${device} ${session.address}`)}
                  onClick={() => end.mutate(session.id)}
                >
                  {own.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => endOthers.mutate(undefined)} loading={endOthers.isPending}>
            {own.endOthers}
          </Button>
        </div>
      )}
    </section>
  );
}
