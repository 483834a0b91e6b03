import { Button, Select } from '@mantine/core';
import { IconCheck, IconExternalLink, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Judgement } from '../../../src/registry/counterpart.ts';
import { formatPercent } from '../../../src/values/format.ts';
import type { Item, ItemKind } from '../../parts/comparison/items.ts';
import { useJudge } from '../../parts/comparison/use-judge.ts';
import { useMay } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './alignment.module.css';
import type { Cell } from './rows.ts';
import { VerdictMark } from './verdict-mark.tsx';

type Props = { kind: ItemKind; higher: Item; cell: Cell; lowers: Item[]; onClose: () => void };

function Side({ title, item }: { title: string; item: Item }) {
  const { words } = useWording();
  return (
    <section className={styles.side}>
      <h3>{title}</h3>
      <p className={styles.sideName}>{item.name}</p>
      {item.figure && <p className={styles.sideFigure}>{item.figure}</p>}
      {item.quote !== item.name && (
        <blockquote lang="vi">
          <span className="hidden-visually">{words.alignment.sentence}: </span>
          {item.quote}
        </blockquote>
      )}
      <Link to="/van-ban/$id" params={{ id: item.documentId }} search={{ muc: item.id }} className={styles.open}>
        <IconExternalLink size={16} aria-hidden /> {words.alignment.open}
      </Link>
    </section>
  );
}

/** Both sides of a pair with their sentences, and what an officer can say about them. */
export function Pair({ kind, higher, cell, lowers, onClose }: Props) {
  const { words, language } = useWording();
  const may = useMay();
  const { answer, lower, document } = cell;
  return (
    <SidePanel title={words.alignment.detail} onClose={onClose}>
      <div className={styles.pair}>
        <Side title={words.alignment.higher} item={higher} />
        <div>
          <VerdictMark verdict={answer.verdict} kind={kind} />
          {answer.by && (
            <p className="soft">
              {words.alignment.by[answer.by]}
              {!answer.confirmed && `, ${words.alignment.certainty(formatPercent(answer.certainty, language))}`}
            </p>
          )}
        </div>
        {lower && <Side title={document.number ?? document.fileName} item={lower} />}
        {may('compareDocuments') && <Judge kind={kind} higher={higher} cell={cell} lowers={lowers} />}
      </div>
    </SidePanel>
  );
}

function Judge({ kind, higher, cell: { answer, lower, document }, lowers }: Omit<Props, 'onClose'>) {
  const { words } = useWording();
  const judge = useJudge('alignment');
  const pair = {
    relation: 'below',
    kind,
    documentId: higher.documentId,
    findingId: higher.id,
    otherDocumentId: document.id,
  } as const;
  const say = (otherFindingId: string | null, judgement: Judgement | null) =>
    judge.mutate({ ...pair, otherFindingId, judgement });
  return (
    <>
      <div className={styles.judge}>
        {answer.confirmed ? (
          <Button variant="default" loading={judge.isPending} onClick={() => say(answer.otherId, null)}>
            {words.alignment.takeBack}
          </Button>
        ) : (
          <>
            <Button
              leftSection={<IconCheck size={18} aria-hidden />}
              loading={judge.isPending}
              onClick={() => say(answer.otherId, 'confirmed')}
            >
              {lower ? words.alignment.confirm : words.alignment.none}
            </Button>
            {lower && (
              <Button
                variant="default"
                leftSection={<IconX size={18} aria-hidden />}
                disabled={judge.isPending}
                onClick={() => say(answer.otherId, 'rejected')}
              >
                {words.alignment.reject}
              </Button>
            )}
          </>
        )}
      </div>
      <Select
        label={words.alignment.another}
        placeholder={words.alignment.anotherHint}
        searchable
        value={null}
        disabled={judge.isPending}
        limit={60}
        data={lowers.map((item) => ({ value: item.id, label: [item.name, item.figure].filter(Boolean).join(' · ') }))}
        onChange={(id) => id !== null && say(id, 'confirmed')}
      />
    </>
  );
}
