import { Alert, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changeNoticeChoice, getNoticeChoice } from '../../../src/api/notices.ts';
import { NoticeKind } from '../../../src/registry/notice.ts';
import {
  MailWay,
  type NoticeChoice,
  type NoticeRules,
  type NoticeWays,
  waysOf,
} from '../../../src/registry/notice-choice.ts';
import { noticeName } from '../../../src/registry/notice-words.ts';
import { Failure } from '../../parts/fault.tsx';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import styles from './notices.module.css';

const key = ['notice-choice'];

/** Which kinds by which way, when the digest comes, and when mail is not wanted. @param stopping who came to end the letter of the week */
export function Choice({ stopping }: { stopping: boolean }) {
  const page = useQuery({ queryKey: key, queryFn: ({ signal }) => call(getNoticeChoice, { signal }) });
  if (page.isLoadingError) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  return page.data ? <Form key={JSON.stringify(page.data.choice)} {...page.data} stopping={stopping} /> : null;
}

type Given = { choice: NoticeChoice; rules: NoticeRules; mail: boolean; address: string; stopping: boolean };

function Form({ choice, rules, mail, address, stopping }: Given) {
  const { words } = useWording();
  const own = words.notices.choice;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(choice);
  const save = useMutation({
    mutationFn: (body: NoticeChoice) => call(changeNoticeChoice, { body }),
    onSuccess: (data) => {
      queries.setQueryData(key, data);
      notifications.show({ message: own.saved });
    },
  });
  const time = (name: 'digestAt' | 'quietFrom' | 'quietUntil') => (
    <TextInput
      type="time"
      required
      label={own[name]}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      {!mail && <Alert color="yellow">{own.noMail}</Alert>}
      {stopping && (
        <Alert title={choice.weeklyOn === null ? own.weeklyStopped : own.weeklyStop}>
          {choice.weeklyOn !== null && (
            <Button loading={save.isPending} onClick={() => save.mutate({ ...choice, weeklyOn: null })}>
              {own.weeklyStopNow}
            </Button>
          )}
        </Alert>
      )}
      <p>{own.intro(address)}</p>
      <NativeSelect
        label={own.weekly}
        description={own.weeklyHint}
        value={draft.weeklyOn === null ? '' : String(draft.weeklyOn)}
        data={[
          { value: '', label: own.weeklyNever },
          ...own.weekdays.map((label, day) => ({ value: String(day), label })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          setDraft({ ...draft, weeklyOn: value === '' ? null : Number(value) })
        }
      />
      <div className={styles.times}>
        {time('digestAt')}
        {time('quietFrom')}
        {time('quietUntil')}
        <NativeSelect
          label={own.language}
          value={draft.language}
          data={[
            { value: 'vi', label: vi.languageName },
            { value: 'en', label: en.languageName },
          ]}
          onChange={(event) => setDraft({ ...draft, language: event.currentTarget.value === 'en' ? 'en' : 'vi' })}
        />
      </div>
      <p className="soft">{own.quietHint}</p>
      <Kinds rules={rules} draft={draft} onChange={setDraft} />
      {save.isError && <Failure error={save.error} onRetry={() => save.mutate(draft)} />}
      <Button type="submit" loading={save.isPending} style={{ alignSelf: 'start' }}>
        {own.save}
      </Button>
    </form>
  );
}

type KindsProps = { rules: NoticeRules; draft: NoticeChoice; onChange: (next: NoticeChoice) => void };

function Kinds({ rules, draft, onChange }: KindsProps) {
  const { words, language } = useWording();
  const own = words.notices.choice;
  const set = (kind: NoticeKind, ways: NoticeWays) => onChange({ ...draft, kinds: { ...draft.kinds, [kind]: ways } });
  return (
    <div className={styles.scroll}>
      <table className={styles.kinds} aria-label={own.kind}>
        <thead>
          <tr>
            <th scope="col">{own.kind}</th>
            <th scope="col">{own.app}</th>
            <th scope="col">{own.mail}</th>
            <th scope="col">{own.webhook}</th>
          </tr>
        </thead>
        <tbody>
          {NoticeKind.options.map((kind) => {
            const rule = rules[kind];
            const ways = waysOf(kind, rules, draft);
            const name = noticeName(kind, language);
            return (
              <tr key={kind}>
                <th scope="row">{name}</th>
                <td>
                  <Checkbox
                    aria-label={`${name}: ${own.app}`}
                    checked={ways.app}
                    disabled={!rule.appOptional}
                    onChange={(event) => set(kind, { ...ways, app: event.currentTarget.checked })}
                  />
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`${name}: ${own.mail}`}
                    value={ways.mail}
                    disabled={rule.mail.length < 2}
                    data={rule.mail.map((way) => ({ value: way, label: own.ways[way] }))}
                    onChange={(event) => set(kind, { ...ways, mail: MailWay.parse(event.currentTarget.value) })}
                  />
                </td>
                <td>
                  <Checkbox
                    aria-label={`${name}: ${own.webhook}`}
                    checked={ways.webhook}
                    disabled={!rule.webhook}
                    onChange={(event) => set(kind, { ...ways, webhook: event.currentTarget.checked })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
