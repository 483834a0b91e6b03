import { Button, FileButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconFileText, IconFileUpload, IconSearchOff, IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import { startImport } from '../../../src/api/imports.ts';
import { DocumentState } from '../../../src/registry/document-state.ts';
import type { ImportRecord } from '../../../src/registry/import.ts';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import { DocumentKind } from '../../../src/values/finding.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import { type Filter, FilterBar } from '../../parts/filter-bar.tsx';
import { formatSize } from '../../parts/measures.ts';
import { NothingThen } from '../../parts/nothing-then.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { dropSend, send } from '../../parts/sends/sends.ts';
import { useMay, useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { DocumentCard, DocumentLink, documentTable } from './columns.tsx';
import styles from './documents.module.css';
import { ImportLine, UploadLine } from './import-lines.tsx';
import { arranged, type DocumentSearch, yearOf } from './search.ts';
import { importsIn, importsKey, useImports } from './use-imports.ts';

const route = getRouteApi('/van-ban');

/** The import lines: what is being sent, and what the server says of the rest. */
function Imports() {
  const { words } = useWording();
  const { imports, uploads } = useImports();
  // While a file is being sent its own line tells more than the server can.
  const sending = new Set(uploads.filter(({ error }) => error === null).map(({ fileName }) => fileName));
  const told = imports.filter(({ state, fileName }) => state !== 'running' || !sending.has(fileName));
  if (uploads.length + told.length === 0) return null;
  return (
    <section className={styles.imports} aria-label={words.documents.imports}>
      <ul>
        {uploads.map((one) => (
          <UploadLine key={one.key} send={one} />
        ))}
        {told.map((one) => (
          <ImportLine key={one.id} record={one} />
        ))}
      </ul>
    </section>
  );
}

function useUpload() {
  const queries = useQueryClient();
  const session = useSession();
  const limit = session.data?.maxFileBytes ?? Number.POSITIVE_INFINITY;
  const extensions = session.data?.readableExtensions ?? [];
  const take = (files: File[]) => {
    const known = new Set(importsIn(queries).map(({ id }) => id));
    const address = addressOf(startImport, {});
    // All at once: the server queues them.
    for (const file of files) {
      const { key, answer } = send({ door: { address }, file, userId: session.data?.user?.id, limit });
      const renew = () => queries.invalidateQueries({ queryKey: importsKey });
      answer.then(renew, async () => {
        await renew();
        // Where the list of imports tells of the refusal too, one line is enough.
        const told = (one: ImportRecord) => one.state === 'refused' && one.fileName === file.name && !known.has(one.id);
        if (importsIn(queries).some(told)) dropSend(key);
      });
    }
    void queries.invalidateQueries({ queryKey: importsKey });
  };
  return { limit, extensions, take };
}

type UploadButtonProps = { extensions: readonly string[]; onFiles: (files: File[]) => void };

function UploadButton({ extensions, onFiles }: UploadButtonProps) {
  const { words } = useWording();
  return (
    <FileButton
      multiple
      accept={extensions.map((extension) => `.${extension}`).join()}
      onChange={onFiles}
      inputProps={{ 'aria-label': words.documents.upload, tabIndex: -1 }}
    >
      {(props) => (
        <Button {...props} leftSection={<IconUpload size={18} aria-hidden />}>
          {words.documents.upload}
        </Button>
      )}
    </FileButton>
  );
}

function useFilters(documents: readonly DocumentSummary[], search: DocumentSearch): Filter[] {
  const { words } = useWording();
  const counted = (values: string[]) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts];
  };
  const kinds = counted(documents.map(({ kind }) => kind)).sort((a, b) => b[1] - a[1]);
  const years = counted(documents.map((one) => String(yearOf(one)))).sort((a, b) => Number(b[0]) - Number(a[0]));
  const states = counted(documents.map(({ state }) => state));
  return [
    {
      key: 'kind',
      name: words.documents.kind,
      choices: kinds.map(([value, count]) => ({ value, count, label: words.kinds[DocumentKind.parse(value)] })),
      chosen: search.kind ?? [],
    },
    {
      key: 'year',
      name: words.registerCounts.year,
      choices: years.map(([value, count]) => ({
        value,
        count,
        label: value === '0' ? words.registerCounts.noYear : value,
      })),
      chosen: (search.year ?? []).map(String),
    },
    {
      key: 'state',
      name: words.documents.state,
      choices: states.map(([value, count]) => ({
        value,
        count,
        label: words.review.states[DocumentState.parse(value)],
      })),
      chosen: search.state ?? [],
    },
  ];
}

function DocumentList({ documents }: { documents: readonly DocumentSummary[] | undefined }) {
  const { words, language } = useWording();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/van-ban' });
  const rows = useMemo(() => arranged(documents ?? [], search), [documents, search]);
  const filters = useFilters(documents ?? [], search);
  const change = (next: Record<string, unknown>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  return (
    <>
      <FilterBar
        searchLabel={words.documents.searchLabel}
        placeholder={words.documents.search}
        query={search.q ?? ''}
        onQuery={(q) => change({ q })}
        filters={filters}
        onFilter={(key, chosen) => change({ [key]: chosen })}
        onClear={() => change({ kind: undefined, year: undefined, state: undefined, q: undefined })}
      />
      {documents && rows.length === 0 ? (
        <Blank icon={IconSearchOff} title={words.list.nothingFound} text={words.documents.nothingFound} />
      ) : (
        <RecordTable
          label={words.documents.title}
          columns={documentTable(words, language)}
          linked="number"
          total={documents ? rows.length : 12}
          rowAt={(index) => rows[index]}
          sorting={{ by: search.sort ?? 'issuedOn', order: search.order ?? 'desc' }}
          onSort={({ by, order }) => change({ sort: by, order })}
          link={(row, text) => <DocumentLink row={row}>{text}</DocumentLink>}
          card={(row) => <DocumentCard row={row} />}
        />
      )}
    </>
  );
}

export function Documents() {
  const { words, language } = useWording();
  const { limit, extensions, take } = useUpload();
  const asOf = useAsOf();
  const importing = useMay()('importDocuments');
  const list = useQuery({
    queryKey: ['documents', asOf],
    queryFn: ({ signal }) => call(listDocuments, { query: { asOf }, signal }),
  });
  const documents = list.data?.documents;
  const body = () => {
    if (list.isLoadingError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
    if (documents?.length === 0 && asOf !== undefined) return <NothingThen />;
    if (documents?.length !== 0) return <DocumentList documents={documents} />;
    return (
      <Blank
        icon={IconFileText}
        title={words.documents.emptyTitle}
        text={importing ? words.documents.emptyText : words.documents.emptyForReaders}
      >
        {importing && <UploadButton extensions={extensions} onFiles={take} />}
      </Blank>
    );
  };
  return (
    <Page
      title={words.documents.title}
      aside={documents && words.count.documents(formatNumber(documents.length, language))}
      fill
      actions={
        <>
          <Button component={Link} to="/van-ban/thong-ke" variant="subtle">
            {words.registerCounts.title}
          </Button>
          <Button component={Link} to="/kiem-tra-the-thuc" variant="default">
            {words.formCheck.title}
          </Button>
          {importing && documents?.length !== 0 && <UploadButton extensions={extensions} onFiles={take} />}
        </>
      }
    >
      {importing && (
        <>
          {/* For the mouse alone: by keyboard and for screen readers there is the button. */}
          <div aria-hidden>
            <Dropzone.FullScreen
              active
              withinPortal={false}
              activateOnKeyboard={false}
              onDrop={take}
              inputProps={{ 'aria-label': words.documents.dropHere }}
            >
              <div className={styles.drop}>
                <IconFileUpload size={56} stroke={1.3} />
                <strong>{words.documents.dropHere}</strong>
                <span>{words.documents.dropHint(extensions, formatSize(limit, language))}</span>
              </div>
            </Dropzone.FullScreen>
          </div>
          <Imports />
        </>
      )}
      {body()}
    </Page>
  );
}
