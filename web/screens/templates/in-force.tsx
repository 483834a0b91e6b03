import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { endTemplate, type Templates } from '../../../src/api/templates.ts';
import { sameScope, type TemplateUse } from '../../../src/registry/template.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import type { TemplateKind } from '../../../src/values/template.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording, useWords } from '../../words/words.ts';
import styles from './templates.module.css';

type Props = { kind: TemplateKind; all: Templates };

/** Whose documents follow which template today, and from a later day. */
export function InForce({ kind, all }: Props) {
  const { inForce: own } = useWords().templates;
  const uses = all.uses.filter((use) => use.kind === kind);
  const now = uses.filter(({ id }) => all.inForce.includes(id));
  const later = laterOf(uses, all.today);
  const ended = now.concat(later.filter((use) => !now.some((one) => sameScope(one, use))));
  return (
    <section className={styles.section} aria-labelledby="in-force">
      <h2 id="in-force">{own.title}</h2>
      {now.length === 0 && <p>{own.standard}</p>}
      <ul className={styles.list}>
        {ended.map((use) => (
          <Scope
            key={use.id}
            use={use}
            isLater={!now.includes(use)}
            later={later.filter((one) => sameScope(one, use))}
          />
        ))}
      </ul>
    </section>
  );
}

/** What was decided last for each day to come. */
const laterOf = (uses: readonly TemplateUse[], today: string): TemplateUse[] =>
  uses
    .filter(({ from }) => from > today)
    .filter((use, at, all) => all.findIndex((one) => sameScope(one, use) && one.from === use.from) === at)
    .filter(({ template }) => template !== null);

type ScopeProps = { use: TemplateUse; isLater: boolean; later: readonly TemplateUse[] };

function Scope({ use, isLater, later }: ScopeProps) {
  const { words, language } = useWording();
  const { inForce: own, whose } = words.templates;
  const queries = useQueryClient();
  const { kind, issuedBy, agency } = use;
  const end = useMutation({
    mutationFn: () => call(endTemplate, { body: { kind, issuedBy, agencyId: agency?.id ?? null } }),
    onSuccess: () => notifications.show({ message: own.ended }),
    onError: (error) => showRefused(sentenceOf(error, words, language)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['templates'] }),
  });
  return (
    <li className={styles.row}>
      <div>
        <strong>{whose(agency?.name ?? null, issuedBy)}</strong>
        {!isLater && <div>{`${use.template?.fileName}, ${own.from(formatDate(use.from))}`}</div>}
        {later.map((one) => (
          <div key={one.id} className="soft">
            {`${one.template?.fileName}, ${own.later(formatDate(one.from))}`}
          </div>
        ))}
      </div>
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {own.end}
      </Button>
    </li>
  );
}
