import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconBellRinging, IconDownload, IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { addressOf, CallError, call } from '../../../src/api/client.ts';
import { type DocumentDetail, getDocument, getDocumentFile } from '../../../src/api/documents.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { highestSecrecy } from '../../../src/values/secrecy.ts';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { useTitle } from '../../parts/page.tsx';
import { marksOf, passageMark } from '../../parts/paper/marks.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { useNear } from '../../parts/paper/use-near.ts';
import { SecrecyMark } from '../../parts/secrecy-mark.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './document.module.css';
import { ExportPlan } from './export-plan.tsx';
import { Findings } from './findings.tsx';
import { PrintButton } from './print-button.tsx';
import { PublicationButton } from './publication.tsx';

const route = getRouteApi('/van-ban/$id');

function Waiting() {
  return (
    <div className={styles.screen} aria-busy="true">
      <Skeleton height={52} mb={12} />
      <div className={styles.panes}>
        <Skeleton height="100%" />
        <Skeleton height="100%" />
      </div>
    </div>
  );
}

function Head({ detail }: { detail: DocumentDetail }) {
  const { words, language } = useWording();
  const may = useMay();
  const { header } = detail;
  const name = [words.kinds[header.kind], header.number].filter(Boolean).join(' ');
  const facts = [header.issuer, header.issuedOn && formatDay(header.issuedOn, language)].filter(Boolean).join(' · ');
  useTitle(header.number ?? detail.fileName);
  return (
    <header className={styles.head}>
      <Link to="/van-ban" className={styles.back} aria-label={words.document.back} title={words.document.back}>
        <IconArrowLeft size={20} aria-hidden />
      </Link>
      <div className={styles.names}>
        <h1>
          {name}{' '}
          <SecrecyMark secrecy={highestSecrecy([header.secrecy, ...header.further.map(({ secrecy }) => secrecy)])} />
          {header.further.length > 0 && (
            <span className={styles.further}>
              {' '}
              {words.documents.withFurther(formatNumber(header.further.length, language))}
            </span>
          )}
        </h1>
        <p>
          {facts && <span className="soft">{facts}: </span>}
          {header.title ?? detail.fileName}
        </p>
      </div>
      <div className={styles.actions}>
        {may('readReview') && (
          <Button
            renderRoot={(props) => <Link to="/van-ban/$id/ra-soat" params={{ id: detail.id }} search={{}} {...props} />}
            leftSection={<IconListCheck size={18} aria-hidden />}
          >
            {words.review.open}
          </Button>
        )}
        {may('assignWork') && detail.state === 'issued' && (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/quan-tri/don-doc" search={{ vanBan: detail.id }} {...props} />}
            aria-label={words.urgingSettings.openLadder}
            title={words.urgingSettings.openLadder}
            leftSection={<IconBellRinging size={18} aria-hidden />}
          >
            <span className={styles.label}>{words.urgingSettings.title}</span>
          </Button>
        )}
        {detail.state !== 'read' && detail.state !== 'inReview' && <PublicationButton id={detail.id} />}
        {may('makeDocuments') && detail.state === 'issued' && <ExportPlan id={detail.id} />}
        <PrintButton />
        <Button
          variant="default"
          component="a"
          href={addressOf(getDocumentFile, { params: { id: detail.id } })}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          <span className={styles.label}>{words.document.download}</span>
        </Button>
      </div>
    </header>
  );
}

/** Text and findings, each leading to the other. What is chosen stands in the address, so that it can be sent. */
function TwoPanes({ detail }: { detail: DocumentDetail }) {
  const { words } = useWording();
  const { muc: chosen, xem } = route.useSearch();
  const navigate = useNavigate();
  const wide = useMediaQuery('(min-width: 960px)', true, { getInitialValueInEffect: false });
  const [side, setSide] = useState<'text' | 'found'>('text');
  const passage = chosen?.startsWith('s') ? chosen : undefined;
  const marks = useMemo(() => [...marksOf(detail), ...passageMark(passage)], [detail, passage]);
  const panes = useRef<HTMLDivElement>(null);
  useNear(panes);
  const pick = useCallback(
    (muc: string, to: 'text' | 'found') => {
      setSide(to);
      void navigate({ from: '/van-ban/$id', to: '.', search: (now) => ({ ...now, muc }), resetScroll: false });
    },
    [navigate],
  );
  const showAs = useCallback(
    (asText: boolean) =>
      void navigate({
        from: '/van-ban/$id',
        to: '.',
        search: ({ muc }) => ({ ...(muc && { muc }), ...(asText && { xem: 'chu' as const }) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const pickInText = useCallback((muc: string) => pick(muc, 'found'), [pick]);
  const pickInList = useCallback((muc: string) => pick(muc, 'text'), [pick]);
  return (
    <>
      {!wide && (
        <SegmentedControl
          fullWidth
          className={styles.sides}
          mb={8}
          value={side}
          onChange={(value) => setSide(value === 'found' ? 'found' : 'text')}
          data={[
            { value: 'text', label: words.document.text },
            { value: 'found', label: words.document.found },
          ]}
        />
      )}
      <div className={styles.panes} ref={panes}>
        <Paper
          detail={detail}
          marks={marks}
          chosen={chosen}
          onPick={pickInText}
          shown={wide || side === 'text'}
          asText={xem === 'chu'}
          onAsText={showAs}
        />
        <Findings detail={detail} chosen={chosen} onPick={pickInList} shown={wide || side === 'found'} />
      </div>
    </>
  );
}

export function DocumentScreen() {
  const { id } = route.useParams();
  const document = useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => call(getDocument, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (document.isPending) return <Waiting />;
  if (document.isError) {
    const gone = document.error instanceof CallError && ['notFound', 'invalidInput'].includes(document.error.code);
    return gone ? <NotFound /> : <Failure error={document.error} onRetry={() => void document.refetch()} />;
  }
  return (
    <div className={styles.screen}>
      <Head detail={document.data} />
      <TwoPanes key={id} detail={document.data} />
    </div>
  );
}
