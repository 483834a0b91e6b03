import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconCircleCheck, IconRubberStamp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { type DocumentDetail, getDocument } from '../../../src/api/documents.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { Paper } from '../../parts/paper/paper.tsx';
import { selectedSpan } from '../../parts/paper/selection.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import { Actions } from './actions.tsx';
import { type Conflict, ConflictDialog } from './conflict-dialog.tsx';
import { EditFinding } from './edit-finding.tsx';
import { Finding } from './finding.tsx';
import { Head } from './head.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { useKeys, useKeysOn } from './keys.ts';
import { Mentions } from './mentions.tsx';
import { Overlay } from './overlay.tsx';
import type { Plan } from './plans.ts';
import { Progress } from './progress.tsx';
import { isDecided, standingOf, undoubted } from './queue.ts';
import { type ListScope, QueueList } from './queue-list.tsx';
import styles from './review.module.css';
import { useDesk } from './use-desk.ts';
import { useLive } from './use-live.ts';
import { useMarks } from './use-marks.ts';
import { type ReviewInHand, useReview } from './use-review.ts';

const route = getRouteApi('/van-ban/$id/ra-soat');

function Waiting() {
  return (
    <div className={styles.screen} aria-busy="true">
      <Skeleton height={44} mb={10} />
      <Skeleton height={44} mb={10} />
      <div className={styles.panes}>
        <Skeleton height="100%" />
        <Skeleton height="100%" />
      </div>
    </div>
  );
}

/** The finding in hand stands in the address, so that it can be sent; written once the keys rest. */
function useAddress(id: string | undefined) {
  const navigate = useNavigate({ from: '/van-ban/$id/ra-soat' });
  const write = useDebouncedCallback((muc: string) => {
    void navigate({ to: '.', search: (now) => ({ ...now, muc }), replace: true, resetScroll: false });
  }, 300);
  useEffect(() => {
    if (id !== undefined) write(id);
  }, [id, write]);
}

function Desk({ detail, hand }: { detail: DocumentDetail; hand: ReviewInHand & { review: object } }) {
  const { words, language } = useWording();
  const { muc } = route.useSearch();
  const wide = useMediaQuery('(min-width: 960px)', true, { getInitialValueInEffect: false });
  const narrow = useMediaQuery('(max-width: 759px)', false, { getInitialValueInEffect: false });
  const [side, setSide] = useState<'finding' | 'source'>('finding');
  const [scope, setScope] = useState<ListScope>('group');
  const [asText, setAsText] = useState(false);
  const [keysOn] = useKeysOn();
  const screen = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [conflict, setConflict] = useState<Conflict>();
  const [acceptRest, setAcceptRest] = useState(false);
  const onFault = (plan: Plan, error: unknown) => {
    const met = error instanceof CallError && error.code === 'changedMeanwhile' && plan.about;
    if (met) setConflict({ plan, error });
    else showRefused(sentenceOf(error, words, language), words.review.failed);
  };
  const selection = () => {
    const found = paper.current ? selectedSpan(paper.current) : undefined;
    if (!found && detail.pages.length > 0 && !asText) setAsText(true);
    return found;
  };
  const desk = useDesk(hand, { wanted: muc, selection, onFault });
  const { item, counts, group, pick } = desk;
  const editing = desk.open?.what === 'edit' ? desk.open.about : undefined;
  useAddress(item?.id);
  useKeys(screen, keysOn, desk.doDeed);
  const marks = useMarks(detail, hand.queue);
  const live = useLive(
    detail.id,
    useCallback((change) => hand.refresh(change?.operation), [hand.refresh]),
  );
  const pickInText = useCallback(
    (id: string) => {
      if (/^[tn]/.test(id)) pick(id);
    },
    [pick],
  );
  const document = hand.review?.document;
  if (!document) return null;

  return (
    <div className={styles.screen} ref={screen} data-own-keys>
      <Head
        detail={detail}
        document={document}
        live={live}
        onHelp={() => desk.setOpen({ what: 'help' })}
        onIssue={() => desk.setOpen({ what: 'issue' })}
      />
      <Progress
        counts={counts}
        onGoTo={(standing) => pick(hand.queue.find((one) => standingOf(one) === standing)?.id)}
      />
      <p className="hidden-visually" aria-live="polite">
        {desk.message}
      </p>
      {!wide && (
        <SegmentedControl
          fullWidth
          mb={6}
          value={side}
          onChange={(value) => setSide(value === 'source' ? 'source' : 'finding')}
          data={[
            { value: 'finding', label: words.review.finding },
            { value: 'source', label: words.review.source },
          ]}
        />
      )}
      <div className={styles.panes}>
        <div className={styles.desk} hidden={!wide && side !== 'finding'}>
          {item ? (
            <>
              {counts.decided === counts.total && (
                <div className={styles.finished}>
                  <IconCircleCheck size={20} aria-hidden />
                  <p>
                    <strong>{words.review.allDone}.</strong> {words.review.allDoneHint}
                  </p>
                  {desk.reviews && (
                    <Button
                      leftSection={<IconRubberStamp size={18} aria-hidden />}
                      onClick={() => desk.setOpen({ what: 'issue' })}
                    >
                      {words.review.issue.button}
                    </Button>
                  )}
                </div>
              )}
              <Finding
                ref={desk.card}
                form={
                  editing && (
                    <EditFinding key={editing.id} desk={desk} item={editing} queue={hand.queue} text={detail.text} />
                  )
                }
                item={item}
                detail={detail}
                at={hand.queue.indexOf(item)}
                total={hand.queue.length}
                mentions={
                  <Mentions
                    item={item}
                    fixed={!desk.may.has('agency')}
                    onChoose={(place) => desk.openAgency(item, place)}
                  />
                }
              />
              {!editing && (
                <>
                  {!desk.reviews && <p role="note">{words.review.readOnly}</p>}
                  <Actions
                    reviews={desk.reviews}
                    may={desk.may}
                    decided={isDecided(item)}
                    groupSize={formatNumber(undoubted(group).length, language)}
                    keysOn={keysOn}
                    narrow={narrow}
                    onDeed={desk.doDeed}
                  />
                  <QueueList
                    scope={scope}
                    onScope={setScope}
                    group={group}
                    queue={hand.queue}
                    current={item.id}
                    onPick={pick}
                  />
                </>
              )}
            </>
          ) : (
            <Blank
              icon={IconCircleCheck}
              title={words.review.empty}
              text={desk.reviews ? words.review.emptyHint : words.review.emptyForReaders}
            />
          )}
        </div>
        <div className={styles.source} ref={paper} data-arrows hidden={!wide && side !== 'source'}>
          <Paper
            detail={detail}
            marks={marks}
            chosen={item?.id}
            onPick={pickInText}
            shown={wide || side === 'source'}
            asText={asText}
            onAsText={setAsText}
          />
        </div>
      </div>
      <Overlay detail={detail} desk={desk} queue={hand.queue} />
      {desk.open?.what === 'issue' && (
        <IssuePanel
          detail={detail}
          document={document}
          queue={hand.queue}
          acceptRest={acceptRest}
          onAcceptRest={setAcceptRest}
          onPick={pick}
          onClose={() => pick(item?.id)}
        />
      )}
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          theirs={hand.queue.find(({ id }) => id === conflict.plan.about?.id)}
          onClose={() => {
            setConflict(undefined);
            pick(conflict.plan.about?.id);
          }}
          onKeepMine={(action) => {
            setConflict(undefined);
            desk.perform({ ...conflict.plan, action });
          }}
        />
      )}
    </div>
  );
}

/** The review of one document: its findings one by one, the source beside them. */
export function ReviewScreen() {
  const { id } = route.useParams();
  const document = useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => call(getDocument, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const hand = useReview(id);
  const error = document.error ?? hand.query.error;
  if (error && !(document.data && hand.review)) {
    const gone = error instanceof CallError && ['notFound', 'invalidInput'].includes(error.code);
    const retry = () => void Promise.all([document.refetch(), hand.query.refetch()]);
    return gone ? <NotFound /> : <Failure error={error} onRetry={retry} />;
  }
  if (!document.data || !hand.review) return <Waiting />;
  return <Desk key={id} detail={document.data} hand={{ ...hand, review: hand.review }} />;
}
