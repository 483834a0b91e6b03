import { Alert } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { changeNoticeRule } from '../../../src/api/jobs.ts';
import { getNoticeChoice } from '../../../src/api/notices.ts';
import { NoticeKind } from '../../../src/registry/notice.ts';
import type { NoticeRule } from '../../../src/registry/notice-choice.ts';
import { Failure } from '../../parts/fault.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { RuleRow } from './rule-row.tsx';
import styles from './urging-settings.module.css';

const key = ['notice-choice'];

type Change = { kind: NoticeKind; seen: NoticeRule; rule: NoticeRule };

/** Which kinds of notices may be left out, or must be sent, by which way. Each change holds at once. */
export function NoticeRulesSection() {
  const { words, language } = useWording();
  const { rules: own } = words.urgingSettings;
  const queries = useQueryClient();
  const page = useQuery({ queryKey: key, queryFn: ({ signal }) => call(getNoticeChoice, { signal }) });
  const save = useMutation({
    mutationFn: ({ kind, ...body }: Change) => call(changeNoticeRule, { params: { kind }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const rules = page.data?.rules;
  // Until the answer is there, what is shown is what was asked for: a second click must not go out from the old rule.
  const pending = save.isPending ? save.variables : null;
  return (
    <section className={styles.section} aria-labelledby="rules">
      <h2 id="rules">{own.title}</h2>
      <p className="soft">{own.lead}</p>
      {page.isError && <Failure error={page.error} onRetry={() => void page.refetch()} />}
      {save.isError && (
        <Alert color="red" title={own.notSaved}>
          {sentenceOf(save.error, words, language)}
        </Alert>
      )}
      {rules && (
        <table className={styles.rules}>
          <caption className="hidden-visually">{own.title}</caption>
          <thead>
            <tr>
              <th scope="col">{own.kind}</th>
              <th scope="col">{own.app}</th>
              <th scope="col">{own.mail}</th>
              <th scope="col">{own.usualMail}</th>
              <th scope="col">{own.webhook}</th>
            </tr>
          </thead>
          <tbody>
            {NoticeKind.options.map((kind) => (
              <RuleRow
                key={kind}
                kind={kind}
                rule={pending?.kind === kind ? pending.rule : rules[kind]}
                waiting={save.isPending}
                onChange={(rule) => save.mutate({ kind, seen: rules[kind], rule })}
              />
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className="soft">
        {save.isSuccess && own.saved}
      </p>
    </section>
  );
}
