import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { listRelated, type RelatedDocument } from '../../../src/api/counterparts.ts';
import { useWording } from '../../words/words.ts';
import styles from './findings.module.css';

const isChange = ({ relation }: RelatedDocument): boolean => ['amends', 'replaces', 'repeals'].includes(relation);

/** Documents of the register that this one names or that name it, with what they can be compared by. */
export function Related({ id }: { id: string }) {
  const { words } = useWording();
  const related = useQuery({
    queryKey: ['related', id],
    queryFn: ({ signal }) => call(listRelated, { params: { id }, signal }),
  });
  const found = related.data?.related ?? [];
  if (found.length === 0) return null;
  return (
    <div className={styles.fact}>
      <dt>{words.amending.related}</dt>
      <dd>
        <ul className={styles.lines}>
          {found.map((one) => {
            const { document, relation, later } = one;
            const [earlierId, laterId] = later ? [id, document.id] : [document.id, id];
            return (
              <li key={`${document.id} ${relation} ${later}`}>
                <Link to="/van-ban/$id" params={{ id: document.id }} preload={false}>
                  {document.number ?? document.title ?? document.fileName}
                </Link>{' '}
                <span className="soft">
                  ({relation === 'mentions' ? null : `${words.document.relations[relation]}, `}
                  {later ? words.amending.cites : words.amending.citedBy})
                </span>{' '}
                {isChange(one) ? (
                  <Link to="/van-ban/$id/so-sanh/$earlier" params={{ id: laterId, earlier: earlierId }} preload={false}>
                    {words.amending.compare}
                  </Link>
                ) : (
                  <Link to="/doi-chieu" search={{ tren: earlierId, duoi: [laterId] }} preload={false}>
                    {words.amending.align}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      </dd>
    </div>
  );
}
