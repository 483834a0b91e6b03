import { IconServer } from '@tabler/icons-react';
import type { LiveServer } from '../../../src/registry/operation.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './operation.module.css';

export function Servers({ servers }: { servers: readonly LiveServer[] }) {
  const { words, language } = useWording();
  const own = words.operation;
  return (
    <section>
      <h2>{own.servers}</h2>
      <ul className={styles.servers}>
        {servers.map(({ number, name, since, here }) => (
          <li key={number}>
            <IconServer size={18} aria-hidden />
            <span>
              <strong>{own.server(number)}</strong> {here && <em>({own.here})</em>}
              <br />
              <span className="soft">
                {name && `${name} · `}
                {own.since(formatMoment(since, language))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
