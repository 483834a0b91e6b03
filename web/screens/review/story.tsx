import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { getStory } from '../../../src/api/review.ts';
import type { ActionRecord } from '../../../src/registry/action.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { wordIn } from '../../parts/deed-words.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { changedFields } from './changed-fields.ts';
import styles from './issue-panel.module.css';

/** What one person did at once is one line. */
function operationsOf(actions: readonly ActionRecord[]): ActionRecord[][] {
  return [...Map.groupBy(actions, ({ operation }) => operation).values()];
}

type Props = { documentId: string; version: number };

/** What was done with the document, latest first: who, when, why. */
export function Story({ documentId, version }: Props) {
  const { words, language } = useWording();
  const { story, verbs } = words.review;
  const told = useQuery({
    queryKey: ['story', documentId, version],
    queryFn: ({ signal }) => call(getStory, { params: { id: documentId }, query: { limit: 200 }, signal }),
  });
  const operations = operationsOf(told.data?.actions ?? []);
  return (
    <section aria-label={story.title}>
      <h3>{story.title}</h3>
      {told.data && operations.length === 0 && <p className="soft">{story.empty}</p>}
      <ol className={styles.story}>
        {operations.slice(0, 40).map((actions) => {
          const [first] = actions;
          if (!first) return null;
          return (
            <li key={first.operation} data-undone={first.undone || undefined}>
              <span>
                {story.line(first.by.name, wordIn(verbs, first.verb))}
                {actions.length > 1 && ` ${story.count(formatNumber(actions.length, language))}`}
                {first.undone && <em> ({story.undone})</em>}
              </span>
              <time dateTime={first.at}>{formatMoment(first.at, language)}</time>
              {first.reason && <q lang="vi">{first.reason}</q>}
              {first.verb === 'rectify' && <Rectified actions={actions} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What was in force before and what is since, field by field. */
function Rectified({ actions }: { actions: readonly ActionRecord[] }) {
  const { words, language } = useWording();
  return (
    <ul className={styles.rectified}>
      {actions.flatMap(({ id, before, after }) =>
        changedFields(before, after, words, language).map((field) => (
          <li key={`${id} ${field.name}`} lang="vi">
            {field.name}: <del>{field.before}</del> → <ins>{field.after}</ins>
          </li>
        )),
      )}
    </ul>
  );
}
