import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { proposePlanBases } from '../../../src/api/plan-drafts.ts';
import { type PlanDraftContent, planYears } from '../../../src/registry/plan-draft.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';

type Props = { content: PlanDraftContent; onTake: (bases: string[]) => void };

/** What the plan may rest on, of what is in force: each is taken or dropped. Looked for at once where no basis is written yet. */
export function ProposedBases({ content, onTake }: Props) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const heading = useId();
  const [asked, setAsked] = useState(content.bases.length === 0);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const { issuerId, bases } = content;
  const years = planYears(content);
  const found = useQuery({
    queryKey: ['plan-bases', issuerId, years],
    queryFn: ({ signal }) =>
      call(proposePlanBases, { query: { issuerId: issuerId ?? '', ...(years ?? { from: 0, to: 0 }) }, signal }),
    enabled: asked && issuerId !== null && years !== null,
  });
  if (!asked)
    return (
      <Button className={styles.proposing} variant="default" onClick={() => setAsked(true)}>
        {own.proposeBases}
      </Button>
    );
  if (issuerId === null || years === null) return <p className={styles.proposing}>{own.basesWant}</p>;
  if (found.isError) return <p className={styles.proposing}>{sentenceOf(found.error, words, language)}</p>;
  if (!found.data) return null;
  const open = found.data.bases.filter((one) => !dropped.includes(one.id) && !bases.includes(one.words));
  if (open.length === 0) return <p className={styles.proposing}>{own.noBases}</p>;
  return (
    <section className={styles.proposing} aria-labelledby={heading}>
      <h3 id={heading}>{own.proposedBases}</h3>
      <ul className={styles.drafts}>
        {open.map(({ id, words: basis }) => (
          <li key={id}>
            <Link to="/van-ban/$id" params={{ id }}>
              {basis}
            </Link>
            <div className={styles.buttons}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={own.takeBasisOf(basis)}
                onClick={() => onTake([...bases.filter((line) => line.trim() !== ''), basis])}
              >
                {own.takeBasis}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={own.dropRow(basis)}
                onClick={() => setDropped([...dropped, id])}
              >
                {own.drop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
