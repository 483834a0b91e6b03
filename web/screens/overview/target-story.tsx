import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { getTargetStanding } from '../../../src/api/overview.ts';
import { standingWords } from '../../../src/registry/standing-words.ts';
import type { TargetStory } from '../../../src/registry/target-story.ts';
import { formatNumber, formatTargetValue } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { AttentionPart } from '../../parts/attention.tsx';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { Sparkline } from '../../parts/charts/sparkline.tsx';
import { TargetChart } from '../../parts/charts/target-chart.tsx';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { StandingMark } from '../../parts/standing-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './overview.module.css';
import { PathForm } from './path-form.tsx';
import { TargetTimes } from './target-times.tsx';

const route = getRouteApi('/tong-quan/chi-tieu/$documentId/$targetId');

/** One target: where it stands and why, its way through time, and the sentence that sets it. */
export function TargetStoryScreen() {
  const { words } = useWording();
  const own = words.overview;
  const { documentId, targetId } = route.useParams();
  const { ngay: _, ...search } = route.useSearch();
  const asOf = useAsOf();
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const found = useQuery({
    queryKey: ['standing', documentId, targetId, asOf],
    queryFn: ({ signal }) => call(getTargetStanding, { params: { documentId, targetId }, query: { asOf }, signal }),
  });
  if (found.isError && found.error instanceof CallError && found.error.code === 'notFound') return <NotFound />;
  const story = found.data;
  return (
    <Page
      title={story ? [story.target.name, story.target.variant].filter(Boolean).join(', ') : own.list}
      actions={
        <>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/tong-quan/chi-tieu" search={search} {...props} />}
          >
            {own.backToList}
          </Button>
          {story && <FollowButton matter={{ kind: 'target', documentId, targetId }} name={story.target.name} />}
          {story && may('changePaths') && story.story && (
            <Button
              variant="default"
              leftSection={<IconRoute size={18} aria-hidden />}
              onClick={() => setSetting(true)}
            >
              {own.changePath}
            </Button>
          )}
        </>
      }
    >
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {story && <Story of={story} />}
      {story && setting && (
        <SidePanel title={own.changePath} onClose={() => setSetting(false)}>
          <PathForm of={story} onClose={() => setSetting(false)} />
        </SidePanel>
      )}
    </Page>
  );
}

function Story({ of: { target, agencies, story, steps, monthly } }: { of: TargetStory }) {
  const { words, language } = useWording();
  const own = words.overview;
  const { standing } = target;
  const number = (value: number) => formatNumber(value, language);
  const names = target.agencyIds.map((id) => agencies.find((one) => one.id === id)?.name ?? id);
  const { slight, far, lateDays } = standing.rules;
  return (
    <>
      <section className={styles.part}>
        <p>
          <StandingMark standing={standing} />{' '}
          {story && <Sparkline points={story.actual} unit={target.indicatorUnit} />}{' '}
          {target.confidence && <span className="soft">{own.confidence[target.confidence]}</span>}
        </p>
        <p>{standingWords(standing, target.indicatorUnit, language).join(' ')}</p>
        <p className="soft">{own.rulesWords(number(slight), number(far), number(lateDays))}</p>
      </section>
      <section className={styles.part} aria-labelledby="story-sentence">
        <h2 id="story-sentence">{own.sentence}</h2>
        <p>
          <Link to="/van-ban/$id" params={{ id: target.documentId }} search={{ muc: target.id }}>
            “{target.quote}”
          </Link>
        </p>
        <p className="soft">
          {[target.documentNumber, ...names].filter(Boolean).join('; ')} · <ChangeMark change={target.change} />
          {formatTargetValue(target, language)}
          {target.year !== null && ` · ${target.year}`}
        </p>
        {target.indicatorId !== null && (
          <p>
            <Link
              to="/chi-tieu/danh-muc/$id"
              params={{ id: target.indicatorId }}
              search={target.line === '' ? {} : { dong: target.line }}
            >
              {own.figuresOfIndicator}
            </Link>
          </p>
        )}
      </section>
      <AttentionPart
        matter={{ kind: 'target', documentId: target.documentId, targetId: target.id }}
        className={styles.part}
      />
      {story && <TargetChart target={target} story={story} steps={steps} />}
      <TargetTimes target={target} story={story} monthly={monthly} />
    </>
  );
}
