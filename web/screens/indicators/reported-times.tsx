import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getIndicatorFigures } from '../../../src/api/figures.ts';
import type { Indicator } from '../../../src/registry/indicator.ts';
import type { Sparkline } from '../../../src/registry/sparkline.ts';
import { CompareTimes } from '../../parts/charts/compare-times.tsx';
import { Failure } from '../../parts/fault.tsx';
import { type Choice, reachedOf, reportedLines } from './reported-lines.ts';

const route = getRouteApi('/chi-tieu/danh-muc/$id');

type Props = { indicator: Indicator; shown: Choice; points: Sparkline };

/** What was reported as it was known on another day, or beside another year. */
export function ReportedTimes({ indicator, shown, points }: Props) {
  const { than, thanYear } = route.useSearch();
  const navigate = useNavigate({ from: '/chi-tieu/danh-muc/$id' });
  const then = useQuery({
    queryKey: ['indicator-figures', indicator.id, than],
    queryFn: ({ signal }) => call(getIndicatorFigures, { params: { id: indicator.id }, query: { asOf: than }, signal }),
    enabled: than !== undefined,
    placeholderData: keepPreviousData,
  });
  const before =
    than === undefined || !then.data ? undefined : reportedLines({ ...then.data, targets: [] }, indicator, shown);
  return (
    <>
      <CompareTimes
        name={[indicator.name, shown.line].filter(Boolean).join(', ')}
        unit={indicator.unit}
        now={{ points, forecast: null }}
        monthly={points}
        then={before && { points: reachedOf(before), forecast: null }}
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
    </>
  );
}
