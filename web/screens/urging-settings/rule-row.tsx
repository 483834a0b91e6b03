import { Checkbox, NativeSelect } from '@mantine/core';
import type { NoticeKind } from '../../../src/registry/notice.ts';
import { MailWay, type NoticeRule } from '../../../src/registry/notice-choice.ts';
import { noticeName } from '../../../src/registry/notice-words.ts';
import { useWording } from '../../words/words.ts';
import { type MailAllowance, mailAllowances, mailAllowed, withMail } from './mail-allowance.ts';

type Props = { kind: NoticeKind; rule: NoticeRule; waiting: boolean; onChange: (rule: NoticeRule) => void };

export function RuleRow({ kind, rule, waiting, onChange }: Props) {
  const { words, language } = useWording();
  const { rules: own } = words.urgingSettings;
  const { ways } = words.notices.choice;
  const name = noticeName(kind, language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name={own.app}>
        <Checkbox
          aria-label={`${name}: ${own.app}`}
          checked={!rule.appOptional}
          aria-disabled={waiting}
          onChange={(event) => !waiting && onChange({ ...rule, appOptional: !event.currentTarget.checked })}
        />
      </td>
      <td data-name={own.mail}>
        <NativeSelect
          size="xs"
          aria-label={`${name}: ${own.mail}`}
          value={mailAllowed(rule)}
          data={mailAllowances.map((value) => ({ value, label: own.allowances[value] }))}
          onChange={(event) => !waiting && onChange(withMail(rule, event.currentTarget.value as MailAllowance))}
        />
      </td>
      <td data-name={own.usualMail}>
        <NativeSelect
          size="xs"
          aria-label={`${name}: ${own.usualMail}`}
          value={rule.usual.mail}
          disabled={rule.mail.length < 2}
          data={rule.mail.map((value) => ({ value, label: ways[value] }))}
          onChange={(event) =>
            !waiting && onChange({ ...rule, usual: { ...rule.usual, mail: MailWay.parse(event.currentTarget.value) } })
          }
        />
      </td>
      <td data-name={own.webhook}>
        <Checkbox
          aria-label={`${name}: ${own.webhook}`}
          checked={rule.webhook}
          aria-disabled={waiting}
          onChange={(event) => !waiting && onChange({ ...rule, webhook: event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
}
