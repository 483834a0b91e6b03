import { Button, Skeleton } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { Origin, SectionContent } from '../../../src/registry/section-content.ts';
import { Failure } from '../../parts/fault.tsx';
import { ReportText } from '../../parts/report-editor/report-text.tsx';
import { useWords } from '../../words/words.ts';
import styles from './report.module.css';
import { useContributions } from './use-report.ts';

type Props = {
  roundId: string;
  section: string;
  /** Whose words are in the report already. */
  taken: ReadonlySet<Origin>;
  onTake: (content: SectionContent, submissionId: string) => void;
};

/** What each agency sent for one section, to be taken whole or block by block. */
export function Contributions({ roundId, section, taken, onTake }: Props) {
  const own = useWords().reports;
  const found = useContributions(roundId, section);
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton height={120} />;
  if (found.data.length === 0) return <p className="soft">{own.noContributions}</p>;
  return (
    <ul className={styles.contributions}>
      {found.data.map(({ submissionId, agency, content }) => (
        <li key={submissionId}>
          <div className={styles.contributor}>
            <h3>{agency.name}</h3>
            {taken.has(submissionId) && (
              <span className={styles.taken}>
                <IconCheck size={16} aria-hidden /> {own.taken}
              </span>
            )}
            <Button size="compact-sm" variant="light" onClick={() => onTake(content, submissionId)}>
              {own.take}
            </Button>
          </div>
          <ReportText
            content={content}
            aside={(block) =>
              content.length > 1 && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  leftSection={<IconPlus size={14} aria-hidden />}
                  onClick={() => onTake([block], submissionId)}
                >
                  {own.takeBlock}
                </Button>
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
