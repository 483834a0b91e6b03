import { Alert, Button, Radio } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { putTemplateInForce } from '../../../src/api/templates.ts';
import type { TemplateRecord } from '../../../src/registry/template.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSession } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './templates.module.css';

type Props = { template: TemplateRecord; today: PlainDate; onClose: () => void };

/** Whose documents follow a template, and from which day. */
export function PutInForce({ template: { id, fileName }, today, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.templates.put;
  const queries = useQueryClient();
  const posts = useSession().data?.posts;
  const [whose, setWhose] = useState('agency');
  const [agencyId, setAgencyId] = useState<string | null>(posts?.[0]?.agencyId ?? null);
  const [from, setFrom] = useState<PlainDate | null | undefined>(today);
  const put = useMutation({
    mutationFn: (day: PlainDate) =>
      call(putTemplateInForce, {
        params: { id },
        body: {
          issuedBy: whose === 'party' ? 'party' : 'state',
          agencyId: whose === 'agency' ? agencyId : null,
          from: day,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['templates'] });
      notifications.show({ message: own.done });
      onClose();
    },
  });
  const ready = from && (whose !== 'agency' || agencyId !== null);
  return (
    <SidePanel title={own.title(fileName)} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (from && ready) put.mutate(from);
        }}
      >
        <Radio.Group label={own.whose} value={whose} onChange={setWhose}>
          {(['agency', 'state', 'party'] as const).map((value) => (
            <Radio
              key={value}
              mt="xs"
              value={value}
              label={{ agency: own.oneAgency, state: own.allState, party: own.allParty }[value]}
            />
          ))}
        </Radio.Group>
        {whose === 'agency' && (
          <AgencySelect label={words.templates.agency} chosen={agencyId} onChoose={setAgencyId} required />
        )}
        <DayField label={own.from} value={today} onChange={setFrom} />
        <p className="soft">{own.why}</p>
        {put.isError && <Alert color="red">{sentenceOf(put.error, words, language)}</Alert>}
        <Button type="submit" loading={put.isPending} disabled={!ready}>
          {own.do}
        </Button>
      </form>
    </SidePanel>
  );
}
