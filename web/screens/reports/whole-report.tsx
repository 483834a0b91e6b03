import { numbered } from '../../../src/registry/outline.ts';
import type { ValuesNow } from '../../../src/registry/reference-words.ts';
import type { ReportPage } from '../../../src/registry/report.ts';
import { sourceKey } from '../../../src/registry/section-content.ts';
import { ReportText } from '../../parts/report-editor/report-text.tsx';
import styles from './report.module.css';

export const valuesOf = (page: Pick<ReportPage, 'corrected'>): ValuesNow =>
  new Map(page.corrected.map(({ source, value }) => [sourceKey(source), value]));

/** The report from its first to its last section, to be read. */
export function WholeReport({ page }: { page: ReportPage }) {
  const values = valuesOf(page);
  return (
    <article className={styles.whole}>
      {numbered(page.sections).map(({ key, number, title, level, content }) => {
        const Heading = level === 1 ? 'h2' : 'h3';
        return (
          <section key={key} aria-labelledby={`whole-${key}`}>
            <Heading id={`whole-${key}`}>
              {number} {title}
            </Heading>
            <ReportText content={content} values={values} />
          </section>
        );
      })}
    </article>
  );
}
