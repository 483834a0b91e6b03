import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { listLadderDocuments } from '../../../src/api/urging.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWords } from '../../words/words.ts';
import styles from './urging-settings.module.css';

type Props = { chosen: string | undefined; onDocument: (id: string) => void };

/** The documents that do not follow the usual steps, each one click away. */
export function OwnLadders({ chosen, onDocument }: Props) {
  const { ladder: own } = useWords().urgingSettings;
  const list = useQuery({
    queryKey: ['urging-ladder', 'documents'],
    queryFn: ({ signal }) => call(listLadderDocuments, { signal }),
  });
  if (list.isLoadingError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const documents = list.data?.documents ?? [];
  if (documents.length === 0) return null;
  return (
    <nav aria-label={own.ownTitle} className={styles.own}>
      <span className="soft">{own.ownTitle}:</span>
      {documents.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          lang="vi"
          aria-current={id === chosen ? 'true' : undefined}
          onClick={() => onDocument(id)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
