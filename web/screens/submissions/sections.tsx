import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../../src/api/client.ts';
import { listSentences } from '../../../src/api/reports.ts';
import { getSubmissionSections, saveSection } from '../../../src/api/sections.ts';
import type { ValuesNow } from '../../../src/registry/reference-words.ts';
import type { FigureSentence, SubmissionSections as Sections } from '../../../src/registry/report.ts';
import { sourceKey } from '../../../src/registry/section-content.ts';
import type { SubmissionPage } from '../../../src/registry/submission.ts';
import { Failure } from '../../parts/fault.tsx';
import type { EditorDesk } from '../../parts/report-editor/report-editor.tsx';
import { ReportText } from '../../parts/report-editor/report-text.tsx';
import { SavedEditor } from '../../parts/report-editor/saved-editor.tsx';
import { useSession } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import styles from './sections.module.css';

type Section = Sections['sections'][number];

/** What the agency writes: each section of the outline that it owes, beside what it wrote of it last time. */
export function SubmissionSections({ page }: { page: SubmissionPage }) {
  const words = useWords();
  const { id, roundId } = page.submission;
  const mayFill = page.may.includes('fill');
  const sections = useQuery({
    queryKey: ['submission-sections', id],
    queryFn: ({ signal }) => call(getSubmissionSections, { params: { id }, signal }),
    // What is typed is not taken away by what was stored a moment ago.
    refetchOnWindowFocus: false,
  });
  const sentences = useQuery({
    queryKey: ['round-sentences', roundId, id],
    queryFn: ({ signal }) => call(listSentences, { params: { id: roundId }, query: { submission: id }, signal }),
    enabled: mayFill,
  });
  if (sections.isLoadingError) return <Failure error={sections.error} onRetry={() => void sections.refetch()} />;
  if (!sections.data) return <Skeleton height={240} aria-busy="true" />;
  const { sections: all, beforeTitle, corrected } = sections.data;
  if (all.length === 0) return <p>{words.reports.noSections}</p>;
  const numbers = new Map(page.outline.map(({ key, number }) => [key, number]));
  const values: ValuesNow = new Map(corrected.map(({ source, value }) => [sourceKey(source), value]));
  return (
    <div className={styles.sections}>
      {all.map((one) => (
        <OneSection
          key={one.section.key}
          submissionId={id}
          one={one}
          number={numbers.get(one.section.key) ?? ''}
          beforeTitle={beforeTitle}
          mayFill={mayFill}
          values={values}
          sentences={sentences.data?.sentences ?? []}
        />
      ))}
    </div>
  );
}

type Props = {
  submissionId: string;
  one: Section;
  number: string;
  beforeTitle: string | null;
  mayFill: boolean;
  values: ValuesNow;
  sentences: readonly FigureSentence[];
};

function OneSection({ submissionId, one, number, beforeTitle, mayFill, values, sentences }: Props) {
  const own = useWords().reports;
  const queries = useQueryClient();
  const userId = useSession().data?.user?.id ?? '';
  const desk = useRef<EditorDesk>(null);
  const { key, title, guide } = one.section;
  const queryKey = ['submission-sections', submissionId];
  const reload = async () => {
    const fresh = await queries.fetchQuery({
      queryKey,
      queryFn: () => call(getSubmissionSections, { params: { id: submissionId } }),
    });
    return fresh.sections.find(({ section }) => section.key === key);
  };
  return (
    <section className={styles.section} aria-labelledby={`section-${key}`}>
      <h2 id={`section-${key}`}>
        {number} {title}
      </h2>
      {guide !== '' && (
        <p className={styles.guide}>
          <span className="soft">{own.guide}:</span> {guide}
        </p>
      )}
      <div className={styles.sides}>
        {mayFill ? (
          <SavedEditor
            label={own.sectionOf(title)}
            place={`section.${submissionId}.${key}`}
            userId={userId}
            stored={one}
            reload={reload}
            save={async (text) => {
              const saved = await call(saveSection, { params: { id: submissionId, section: key }, body: text });
              return { ...one, ...saved };
            }}
            onSaved={(saved) => {
              queries.setQueryData<Sections>(
                queryKey,
                (old) =>
                  old && {
                    ...old,
                    sections: old.sections.map((other) => (other.section.key === key ? { ...other, ...saved } : other)),
                  },
              );
              if (saved.version === 1) void queries.invalidateQueries({ queryKey: ['submission', submissionId] });
            }}
            sentences={sentences}
            values={values}
            desk={desk}
          />
        ) : one.content.length === 0 ? (
          <p className="soft">{own.notWritten}</p>
        ) : (
          <ReportText content={one.content} values={values} />
        )}
        {beforeTitle !== null && (
          <details className={styles.before} open={mayFill && one.content.length === 0}>
            <summary>{own.before(beforeTitle)}</summary>
            {one.before && one.before.length > 0 ? (
              <>
                <ReportText content={one.before} />
                {mayFill && (
                  <Button size="compact-sm" variant="default" onClick={() => desk.current?.append(one.before ?? [])}>
                    {own.takeBefore}
                  </Button>
                )}
              </>
            ) : (
              <p className="soft">{own.nothingBefore}</p>
            )}
          </details>
        )}
      </div>
      {mayFill && one.content.length === 0 && sentences.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          className={styles.compose}
          onClick={() => desk.current?.append(sentences.map(({ runs }) => ({ kind: 'paragraph', runs: [...runs] })))}
        >
          {own.composeFirst}
        </Button>
      )}
    </section>
  );
}
