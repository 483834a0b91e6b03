import { Button, Tabs } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getReport, saveReportSection } from '../../../src/api/reports.ts';
import { blockChanges } from '../../../src/registry/content-changes.ts';
import { countOutdated, renewed } from '../../../src/registry/reference-words.ts';
import type { ReportPage, ReportSection } from '../../../src/registry/report.ts';
import { originsOf, type SectionContent, withOrigin } from '../../../src/registry/section-content.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { EditorDesk } from '../../parts/report-editor/report-editor.tsx';
import { SavedEditor } from '../../parts/report-editor/saved-editor.tsx';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Contributions } from './contributions.tsx';
import styles from './report.module.css';
import { Sentences } from './sentences.tsx';
import { useSectionSaved, useSentences } from './use-report.ts';
import { valuesOf } from './whole-report.tsx';

type Props = {
  page: ReportPage;
  report: NonNullable<ReportPage['report']>;
  section: ReportSection & { number: string };
};

/** One section: its text on the left, on the right what there is to take into it. */
export function SectionDesk({ page, report, section }: Props) {
  const { words, language } = useWording();
  const own = words.reports;
  const queries = useQueryClient();
  const roundId = page.round.id;
  const userId = useSession().data?.user?.id ?? '';
  const sentences = useSentences(roundId, true).data ?? [];
  const desk = useRef<EditorDesk>(null);
  const [content, setContent] = useState(section.content);
  const saved = useSectionSaved(roundId);
  const values = valuesOf(page);
  const names = new Map(page.contributors.map(({ submissionId, agency }) => [submissionId, agency.name]));
  const whose = (from: string) => (from === 'composed' ? own.composed : names.get(from));
  const outdated = countOutdated(content, values);
  const reload = async () => {
    const fresh = await queries.fetchQuery({
      queryKey: ['report', roundId],
      queryFn: () => call(getReport, { params: { id: roundId } }),
    });
    return fresh.sections.find(({ key }) => key === section.key);
  };
  const take = (more: SectionContent, submissionId: string) => desk.current?.append(withOrigin(more, submissionId));
  return (
    <div className={styles.section}>
      <div>
        <h2>
          {section.number} {section.title}
        </h2>
        <SavedEditor
          label={own.sectionOf(section.title)}
          place={`report.${report.id}.${section.key}`}
          userId={userId}
          stored={section}
          reload={reload}
          save={async (text) => {
            const answer = await call(saveReportSection, {
              params: { id: report.id, section: section.key },
              body: text,
            });
            return { ...section, ...answer };
          }}
          onSaved={({ content: stored, changed, version }) => saved(section.key, { content: stored, changed, version })}
          sentences={sentences}
          values={values}
          marking={{ whose, lastDraft: section.lastDraft }}
          onContent={setContent}
          desk={desk}
        >
          {outdated > 0 && (
            <Button
              size="compact-sm"
              variant="light"
              color="orange"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => desk.current?.replace(renewed(content, values))}
            >
              {own.renew} ({formatNumber(outdated, language)})
            </Button>
          )}
        </SavedEditor>
        {section.lastDraft && <Gone before={section.lastDraft} now={content} />}
      </div>
      <Tabs defaultValue={section.owed > 0 ? 'contributions' : 'sentences'} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="contributions">{own.contributions}</Tabs.Tab>
          <Tabs.Tab value="sentences">{own.sentences}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="contributions" pt="sm">
          <Contributions roundId={roundId} section={section.key} taken={originsOf(content)} onTake={take} />
        </Tabs.Panel>
        <Tabs.Panel value="sentences" pt="sm">
          <Sentences
            title={section.title}
            sentences={sentences}
            onTake={(chosen) =>
              desk.current?.append(chosen.map(({ runs }) => ({ kind: 'paragraph', runs: [...runs] })))
            }
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** What stood in the last draft and stands no more. */
function Gone({ before, now }: { before: SectionContent; now: SectionContent }) {
  const own = useWording().words.reports;
  const gone = blockChanges(before, now).filter(({ kind, text }) => kind === 'removed' && text !== '');
  if (gone.length === 0) return null;
  return (
    <details className={styles.gone}>
      <summary>
        {own.gone} ({gone.length})
      </summary>
      {gone.map(({ text, at }, index) => (
        <p key={`${at} ${String(index)}`}>
          <del>{text}</del>
        </p>
      ))}
    </details>
  );
}
