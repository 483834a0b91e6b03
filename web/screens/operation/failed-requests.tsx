import type { RequestFailure } from '../../../src/registry/operation.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './operation.module.css';

export function FailedRequests({ failures }: { failures: readonly RequestFailure[] }) {
  const { words, language } = useWording();
  const own = words.operation;
  const columns = own.failureColumns;
  return (
    <section>
      <h2>{own.failures}</h2>
      {failures.length === 0 ? (
        <p>{own.noFailures}</p>
      ) : (
        <>
          <p className="soft">{own.failuresHint}</p>
          <table className={styles.table}>
            <caption className="hidden-visually">{own.failures}</caption>
            <HeadRow columns={columns} />
            <tbody>
              {failures.map(({ at, requestId, method, route, code, reason, place }) => (
                <tr key={requestId + at}>
                  <td data-name={columns.at}>{formatMoment(at, language)}</td>
                  <th scope="row" data-name={columns.id}>
                    <code>{requestId}</code>
                  </th>
                  <td data-name={columns.asked}>
                    <code>
                      {method} {route}
                    </code>
                  </td>
                  <td data-name={columns.reason}>
                    <span>
                      {reason}
                      <br />
                      <span className="soft">
                        {code} {place}
                      </span>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
