import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { countChanges } from '../../../src/registry/content-changes.ts';
import { numbered } from '../../../src/registry/outline.ts';
import { countOutdated, isEmpty } from '../../../src/registry/reference-words.ts';
import type { ReportPage, ReportSection } from '../../../src/registry/report.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './report.module.css';
import { SectionDesk } from './section-desk.tsx';
import { valuesOf } from './whole-report.tsx';

type Report = NonNullable<ReportPage['report']>;

/** The outline on the left, the chosen section beside what agencies sent for it. */
export function Desk({ page, report }: { page: ReportPage; report: Report }) {
  const own = useWording().words.reports;
  const sections = numbered(page.sections);
  const [chosen, setChosen] = useState(firstToWrite(page.sections)?.key);
  const section = sections.find(({ key }) => key === chosen) ?? sections[0];
  if (!section) return null;
  return (
    <div className={styles.desk}>
      <nav className={styles.outline} aria-label={own.outline}>
        <ol>
          {sections.map((one) => (
            <li key={one.key} data-level={one.level}>
              <button
                type="button"
                aria-current={one.key === section.key ? 'true' : undefined}
                onClick={() => setChosen(one.key)}
              >
                <span>
                  {one.number} {one.title}
                </span>
                <Facts page={page} section={one} />
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <NativeSelect
        className={styles.outlineChoice ?? ''}
        label={own.outline}
        value={section.key}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={sections.map(({ key, number, title }) => ({ value: key, label: `${number} ${title}` }))}
      />
      <SectionDesk key={section.key} page={page} report={report} section={section} />
    </div>
  );
}

const firstToWrite = (sections: readonly ReportSection[]): ReportSection | undefined =>
  sections.find(({ sent, content }) => sent > 0 && isEmpty(content)) ?? sections.find(({ owed }) => owed > 0);

/** How much was sent for it, and what is to be looked at. */
function Facts({ page, section }: { page: ReportPage; section: ReportSection }) {
  const { words, language } = useWording();
  const own = words.reports;
  const { owed, sent, content, lastDraft } = section;
  const outdated = countOutdated(content, valuesOf(page));
  const changed = lastDraft ? countChanges(lastDraft, content) : 0;
  const count = (number: number) => formatNumber(number, language);
  const said = [
    ...(owed > 0 ? [own.sentOf(count(sent), count(owed))] : []),
    ...(isEmpty(content) ? [] : [own.written]),
    ...(outdated > 0 ? [own.outdatedCount(count(outdated))] : []),
    ...(changed > 0 ? [own.changedCount(count(changed))] : []),
  ];
  return <span className={styles.facts}>{said.join(' · ')}</span>;
}
