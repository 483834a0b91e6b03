import { IconChecklist, IconTargetArrow, IconUser } from '@tabler/icons-react';
import { Fragment, type ReactNode, type Ref } from 'react';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { ReviewItem } from '../../../src/registry/review.ts';
import { formatDue, formatNumber, formatTargetValue } from '../../../src/values/format.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { wordIn } from '../../parts/deed-words.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { contextOf } from './context.ts';
import { Doubts } from './doubts.tsx';
import styles from './finding.module.css';
import { markedWords } from './marked-words.ts';
import { nameOf } from './name-of.ts';
import { standingOf } from './queue.ts';
import { StandingMark } from './standing-mark.tsx';

/** The paragraph it stands in, the finding's own words marked, in them what was read as a value, a name, a body. */
function Sentence({ item, detail }: { item: ReviewItem; detail: DocumentDetail }) {
  const { words } = useWording();
  const { span } = item.record;
  const around = contextOf(detail.blocks, detail.text, span);
  return (
    <figure className={styles.sentence}>
      <figcaption className="hidden-visually">{words.review.sentence}</figcaption>
      <blockquote lang="vi">
        {detail.text.slice(around.start, span.start)}
        <span className={styles.own}>
          {markedWords(item.quote, item).map(({ words: stretch, at, read }) =>
            read === null ? (
              <Fragment key={at}>{stretch}</Fragment>
            ) : (
              <mark key={at} data-read={read}>
                {stretch}
              </mark>
            ),
          )}
        </span>
        {detail.text.slice(span.end, around.end)}
        {item.kind === 'target' && item.valueQuote && (
          <>
            {' … '}
            <mark data-read="value">{item.valueQuote}</mark>
          </>
        )}
      </blockquote>
    </figure>
  );
}

/** A field with its name; hollow where the document says nothing but a plan should. */
export function Field({ name, value, wanted }: { name: string; value: ReactNode; wanted?: boolean }) {
  const { words } = useWording();
  const empty = value === null || value === '' || value === undefined;
  if (empty && !wanted) return null;
  return (
    <div className={styles.field}>
      <dt>{name}</dt>
      <dd data-missing={empty || undefined}>{empty ? words.review.missing : value}</dd>
    </div>
  );
}

function TargetFace({ item, mentions }: { item: ReviewItem & { kind: 'target' }; mentions: ReactNode }) {
  const { words, language } = useWording();
  const { record, indicator } = item;
  const { fields } = words.review;
  const years =
    record.yearFrom !== null && record.yearFrom !== record.year ? `${record.yearFrom} – ${record.year}` : record.year;
  return (
    <>
      <div className={styles.face}>
        <h2 lang="vi">{record.name}</h2>
        <p className={styles.figure} data-condition={record.op === 'text' || undefined}>
          <ChangeMark change={record.change} />
          {formatTargetValue(record, language)}
          <span className={styles.year}>{years ?? words.registerCounts.noYear}</span>
        </p>
      </div>
      <dl className={styles.fields}>
        <Field name={fields.change} value={words.review.changes[record.change]} />
        <Field name={fields.variant} value={record.variant} />
        <Field name={fields.base} value={record.base} />
        <Field name={fields.tier} value={words.tiers[record.tier]} />
        {indicator && <Field name={fields.indicator} value={indicator.name} />}
        {mentions}
      </dl>
    </>
  );
}

function TaskFace({ item, mentions }: { item: ReviewItem & { kind: 'task' }; mentions: ReactNode }) {
  const { words, language } = useWording();
  const { time, timeRaw, productRaw, fundingRaw, noteRaw } = item.record;
  const { fields } = words.review;
  const due = time.kind === 'none' ? null : formatDue(time, language);
  return (
    <dl className={styles.fields} data-task>
      {mentions}
      <Field
        name={fields.time}
        wanted
        value={
          due && (
            <>
              <strong>{due}</strong>
              {timeRaw && timeRaw !== due && <span className="soft"> ({timeRaw})</span>}
            </>
          )
        }
      />
      <Field name={fields.product} value={productRaw} />
      <Field name={fields.funding} value={fundingRaw} />
      <Field name={fields.note} value={noteRaw} />
    </dl>
  );
}

/** What somebody else did with it last. */
function Last({ item: { last } }: { item: ReviewItem }) {
  const { words, language } = useWording();
  const session = useSession();
  if (!last || last.by.id === session.data?.user?.id) return null;
  const { verbs, story } = words.review;
  return (
    <p className={styles.last}>
      <IconUser size={16} aria-hidden />
      {story.line(last.by.name, wordIn(verbs, last.verb))} · {formatMoment(last.at, language)}
    </p>
  );
}

type Props = {
  item: ReviewItem;
  detail: DocumentDetail;
  at: number;
  total: number;
  mentions: ReactNode;
  /** In place of the fields while they are changed. */
  form?: ReactNode;
  ref: Ref<HTMLElement>;
};

/** One finding, big: the sentence with what was read from it, the doubt, and the fields. */
export function Finding({ item, detail, at, total, mentions, form, ref }: Props) {
  const { words, language } = useWording();
  const { ordinal, group, section } = item.record;
  const Kind = item.kind === 'target' ? IconTargetArrow : IconChecklist;
  const heading = [...section, group].filter(Boolean).join(' › ');
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.card}
      data-kind={item.kind}
      aria-label={`${words.review.kinds[item.kind]}: ${nameOf(item)}`}
    >
      <header className={styles.head}>
        <span className={styles.kind}>
          <Kind size={16} aria-hidden />
          {words.review.kinds[item.kind]} {ordinal}
        </span>
        <StandingMark standing={standingOf(item)} worded />
        <span className={styles.place}>
          {words.review.place(formatNumber(at + 1, language), formatNumber(total, language))}
        </span>
        <p className={styles.heading} title={heading} lang="vi">
          {heading}
        </p>
      </header>
      <Sentence item={item} detail={detail} />
      <Doubts item={item} />
      <Last item={item} />
      {form ? (
        form
      ) : item.kind === 'target' ? (
        <TargetFace item={item} mentions={mentions} />
      ) : (
        <TaskFace item={item} mentions={mentions} />
      )}
    </section>
  );
}
