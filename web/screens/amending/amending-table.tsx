import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Amending } from '../../../src/api/counterparts.ts';
import type { Judgement } from '../../../src/registry/counterpart.ts';
import { amendmentWords } from '../../../src/registry/verdict-words.ts';
import { formatPercent } from '../../../src/values/format.ts';
import type { Item, ItemKind } from '../../parts/comparison/items.ts';
import { useJudge } from '../../parts/comparison/use-judge.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './amending.module.css';
import type { AmendedRow } from './rows.ts';

function Side({ item }: { item: Item | undefined }) {
  if (!item) return <span className="soft">–</span>;
  return (
    <Link
      to="/van-ban/$id"
      params={{ id: item.documentId }}
      search={{ muc: item.id }}
      title={item.quote}
      preload={false}
    >
      <span className={styles.name}>{item.name}</span>
      {item.figure && <span className={styles.figure}>{item.figure}</span>}
    </Link>
  );
}

type Props = { found: Amending; rows: AmendedRow[]; kind: ItemKind };

function Judge({ found, row: { amended }, kind }: { found: Amending; row: AmendedRow; kind: ItemKind }) {
  const { words } = useWording();
  const judge = useJudge('amending');
  const { id, otherId, confirmed } = amended;
  if (id === null) return null;
  const pair = {
    relation: 'amends',
    kind,
    documentId: found.earlier.document.id,
    findingId: id,
    otherDocumentId: found.later.document.id,
  } as const;
  const say = (judgement: Judgement | null) => judge.mutate({ ...pair, otherFindingId: otherId, judgement });
  const button = { size: 'compact-sm', variant: 'default', disabled: judge.isPending } as const;
  if (confirmed) {
    return (
      <Button {...button} onClick={() => say(null)}>
        {words.alignment.takeBack}
      </Button>
    );
  }
  return (
    <Group gap={4}>
      <Button {...button} onClick={() => say('confirmed')}>
        {otherId === null ? words.amending.dropped : words.alignment.confirm}
      </Button>
      {otherId !== null && (
        <Button {...button} onClick={() => say('rejected')}>
          {words.alignment.reject}
        </Button>
      )}
    </Group>
  );
}

/** Earlier and later side by side, what became of each, and the officer's word. */
export function AmendingTable({ found, rows, kind }: Props) {
  const { words, language } = useWording();
  const judging = useMay()('compareDocuments');
  const earlierName = found.earlier.document.number ?? words.amending.earlier;
  const laterName = found.later.document.number ?? words.amending.later;
  return (
    <table className={styles.table} aria-label={words.amending.title(laterName, earlierName)}>
      <thead>
        <tr>
          <th scope="col">{earlierName}</th>
          <th scope="col">{laterName}</th>
          <th scope="col">{words.amending.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { amended, earlier, later } = row;
          return (
            <tr key={`${amended.id} ${amended.otherId}`} data-amendment={amended.amendment}>
              <td data-label={words.amending.earlier}>
                <Side item={earlier} />
              </td>
              <td data-label={words.amending.later}>
                <Side item={later} />
              </td>
              <td>
                <strong className={styles.result}>{amendmentWords[amended.amendment][language]}</strong>
                {amended.fields.length > 0 && (
                  <div>
                    {words.amending.changedFields}:{' '}
                    {amended.fields.map((field) => words.amending.fields[field]).join(', ')}
                  </div>
                )}
                {amended.by && (
                  <div className="soft">
                    {words.alignment.by[amended.by]}
                    {!amended.confirmed && `, ${words.alignment.certainty(formatPercent(amended.certainty, language))}`}
                  </div>
                )}
                {judging && <Judge found={found} row={row} kind={kind} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
