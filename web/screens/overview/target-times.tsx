import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getTargetStanding } from '../../../src/api/overview.ts';
import { standingWord } from '../../../src/registry/standing-words.ts';
import type { TargetStory } from '../../../src/registry/target-story.ts';
import { formatDay } from '../../../src/values/format.ts';
import { today, useAsOf } from '../../parts/as-of.ts';
import { CompareTimes } from '../../parts/charts/compare-times.tsx';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';

const route = getRouteApi('/tong-quan/chi-tieu/$documentId/$targetId');

/** The target as it was known on another day, or beside another year. */
export function TargetTimes({ target, story, monthly }: Pick<TargetStory, 'target' | 'story' | 'monthly'>) {
  const { words, language } = useWording();
  const day = useAsOf() ?? today();
  const { documentId, targetId } = route.useParams();
  const { than, thanYear } = route.useSearch();
  const navigate = useNavigate({ from: '/tong-quan/chi-tieu/$documentId/$targetId' });
  const then = useQuery({
    queryKey: ['standing', documentId, targetId, than],
    queryFn: ({ signal }) =>
      call(getTargetStanding, { params: { documentId, targetId }, query: { asOf: than }, signal }),
    enabled: than !== undefined,
    placeholderData: keepPreviousData,
  });
  const known = ({ story: of, monthly: months }: Pick<TargetStory, 'story' | 'monthly'>) =>
    of ? { points: of.actual, forecast: of.forecast } : { points: months, forecast: null };
  const before = than === undefined ? undefined : then.data;
  return (
    <>
      <CompareTimes
        name={target.name}
        unit={target.indicatorUnit}
        now={known({ story, monthly })}
        monthly={monthly}
        then={before && known(before)}
        chosen={{ than, thanYear }}
        onChoose={(chosen) =>
          void navigate({
            search: (now) => ({ ...now, than: chosen.than, thanYear: chosen.thanYear }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {than !== undefined && then.isError && <Failure error={then.error} onRetry={() => void then.refetch()} />}
      {before && (
        <p>
          {words.charts.compare.asOf(formatDay(than ?? day, language))}:{' '}
          {standingWord(before.target.standing, language)}
          {' → '}
          {words.charts.compare.asOf(formatDay(day, language))}: {standingWord(target.standing, language)}
        </p>
      )}
    </>
  );
}
