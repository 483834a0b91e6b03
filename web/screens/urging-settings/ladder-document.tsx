import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import { useNothingFound } from '../../parts/nothing-found.ts';
import { useWords } from '../../words/words.ts';
import styles from './urging-settings.module.css';

type Props = { documentId: string | undefined; onDocument: (id: string | undefined) => void };

/** Whose steps are shown: everything's, or one issued document's. */
export function LadderDocument({ documentId, onDocument }: Props) {
  const words = useWords();
  const { ladder: own } = words.urgingSettings;
  const nothing = useNothingFound();
  const list = useQuery({
    queryKey: ['documents', 'to-choose'],
    queryFn: ({ signal }) => call(listDocuments, { query: {}, signal }),
    staleTime: 60_000,
  });
  const offered = (list.data?.documents ?? [])
    .filter(({ id, state }) => state === 'issued' || id === documentId)
    .map(({ id, kind, number, title, fileName }) => ({
      value: id,
      label: `${[words.kinds[kind], number].filter(Boolean).join(' ')}: ${title ?? fileName}`,
    }));
  return (
    <Select
      className={styles.document}
      label={own.of}
      placeholder={own.usual}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': own.showUsual }}
      limit={100}
      nothingFoundMessage={nothing(list, own.noDocument)}
      data={offered}
      value={documentId ?? null}
      onChange={(id) => onDocument(id ?? undefined)}
    />
  );
}
