import { IconChecklist } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { addressOf, call } from '../../../src/api/client.ts';
import { exportTasks, listTasks, type TaskFilter, taskChoices, taskColumns } from '../../../src/api/tasks.ts';
import type { TaskRecord } from '../../../src/registry/task.ts';
import { formatDue } from '../../../src/values/format.ts';
import { Listing } from '../../parts/listing.tsx';
import { RecordCard } from '../../parts/record-card.tsx';
import { WithSeverity } from '../../parts/severity-mark.tsx';
import { exported, useColumns } from '../../parts/use-columns.ts';
import { useRecordPages } from '../../parts/use-record-pages.ts';
import { useWording } from '../../words/words.ts';
import { taskTable } from './columns.tsx';

const route = getRouteApi('/nhiem-vu');
const usual = ['ordinal', 'content', 'lead', 'coord', 'time', 'document'] as const;
const filterKeys = ['document', 'year', 'group', 'agency', 'role', 'due', 'noted', 'state', 'review'] as const;
const noChoices = {
  document: [],
  year: [],
  group: [],
  agency: [],
  role: [],
  due: [],
  noted: [],
  state: [],
  review: [],
};

export function Tasks() {
  const { words, language } = useWording();
  const { ngay: asOf, ...search } = route.useSearch();
  const query = { ...search, asOf };
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const [shown, setShown] = useColumns('tasks', taskColumns, usual);
  const pages = useRecordPages<TaskRecord>(['tasks', query], (page, signal) =>
    call(listTasks, { query: { ...query, ...page }, signal }),
  );
  const choices = useQuery({
    queryKey: ['task-choices', query],
    queryFn: ({ signal }) => call(taskChoices, { query, signal }),
    placeholderData: keepPreviousData,
  });
  const offered = choices.data ?? noChoices;
  const labels: Partial<Record<(typeof filterKeys)[number], Record<string, string>>> = {
    role: words.roles,
    due: words.dues,
    noted: { true: words.list.notedTrue, false: words.list.notedFalse },
    state: words.review.states,
    review: words.review.decisions,
  };
  const change = (next: Partial<TaskFilter>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const columns = taskTable(words, language);
  const link = (row: TaskRecord, text: React.ReactNode) => (
    <Link to="/van-ban/$id" params={{ id: row.documentId }} search={{ muc: row.id }} preload={false} title={row.quote}>
      {text}
    </Link>
  );

  return (
    <Listing
      words={{ ...words.tasks, count: words.count.tasks, icon: IconChecklist }}
      columns={columns}
      shown={shown}
      onColumns={setShown}
      linked="content"
      pages={pages}
      filters={filterKeys.map((key) => ({
        key,
        name: words.list[key],
        choices: offered[key].map((choice) => ({ ...choice, label: labels[key]?.[choice.value] ?? choice.label })),
        chosen: [search[key] ?? []].flat().map(String),
      }))}
      query={search.q ?? ''}
      sorting={{ by: search.sort ?? 'document', order: search.order ?? 'asc' }}
      onFilter={(key, chosen) => change({ [key]: key === 'noted' ? chosen.at(-1) : chosen })}
      onQuery={(q) => change({ q })}
      onSort={({ by, order }) => change({ sort: by as TaskFilter['sort'], order })}
      onClear={() => void navigate({ search: {}, replace: true })}
      exportHref={(format) =>
        addressOf(exportTasks, { query: { ...query, format, column: exported(shown), language } })
      }
      link={link}
      card={(row) => (
        <RecordCard
          title={<WithSeverity notes={row.notes}>{link(row, row.quote)}</WithSeverity>}
          value={row.lead.join('; ')}
        >
          {row.time.kind !== 'none' && <div>{formatDue(row.time, language)}</div>}
          <div>{row.documentNumber ?? row.documentTitle}</div>
        </RecordCard>
      )}
    />
  );
}
