import type { Sizes } from '../../../src/registry/operation.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatSize } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './operation.module.css';

/** Every bar is a share of the whole database. */
export function SizeBars({ sizes: { database, files, tables } }: { sizes: Sizes }) {
  const { words, language } = useWording();
  const own = words.operation;
  const share = (bytes: number) => `${database === 0 ? 0 : (bytes / database) * 100}%`;
  const bars = [
    { key: 'database', name: own.database, bytes: database, said: '' },
    { key: 'files', name: own.files, bytes: files, said: '' },
  ];
  const ofTables = tables.map(({ name, bytes, rows }) => ({
    ...{ key: name, name, bytes, said: own.rows(formatNumber(rows, language)) },
  }));
  const list = (shown: typeof bars) => (
    <ul className={styles.bars}>
      {shown.map(({ key, name, bytes, said }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={styles.number}>
            {formatSize(bytes, language)} {said && <span className="soft">· {said}</span>}
          </span>
          <span className={styles.bar} aria-hidden>
            <span style={{ width: share(bytes) }} />
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{own.sizes}</h2>
      {list(bars)}
      <h3>{own.tables}</h3>
      {list(ofTables)}
    </section>
  );
}
