import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellRinging, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { listDuties } from '../../../src/api/duties.ts';
import { urgeDuties, writeUrgingLetter } from '../../../src/api/urging.ts';
import { DocumentFormat } from '../../../src/values/document-format.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { saveDocument } from '../../parts/save-document.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import type { DutySearch } from './search.ts';
import { useDeed } from './use-duty.ts';

/** A letter and a round of urging take no more. */
const most = 500;

/** Overdue duties of one agency among those that the list is filtered to. */
async function overdueIds(filter: DutySearch): Promise<string[]> {
  const { rows } = await call(listDuties, { query: { ...filter, state: ['openOverdue'], limit: most } });
  return rows.map(({ id }) => id);
}

const saveLetter = (dutyIds: string[], format: DocumentFormat): Promise<void> => {
  const body = { dutyIds, format };
  return saveDocument(addressOf(writeUrgingLetter, { body }), body);
};

type Props = { filter: DutySearch; overdue: number };

/** Đôn đốc: by notice at once, or by an official letter with the overdue duties as its appendix. */
export function UrgeActions({ filter, overdue }: Props) {
  const { words, language } = useWording();
  const own = words.duties;
  const may = useMay();
  const [urging, setUrging] = useState(false);
  const letter = useDeed(async (format: DocumentFormat) => saveLetter(await overdueIds(filter), format));
  const urge = useDeed(
    async (text: string) => {
      const { urged } = await call(urgeDuties, { body: { dutyIds: await overdueIds(filter), words: text } });
      notifications.show({ message: own.urged(formatNumber(urged, language)) });
    },
    () => setUrging(false),
  );
  if (!may('urge') || overdue === 0) return null;
  const count = formatNumber(Math.min(overdue, most), language);
  return (
    <>
      <Button leftSection={<IconBellRinging size={18} aria-hidden />} onClick={() => setUrging(true)}>
        {own.urge(count)}
      </Button>
      {filter.agency?.length === 1 &&
        DocumentFormat.options.map((format) => (
          <Button
            key={format}
            variant="default"
            loading={letter.isPending && letter.variables === format}
            leftSection={<IconFileText size={18} aria-hidden />}
            onClick={() => letter.mutate(format)}
          >
            {own.letter(format)}
          </Button>
        ))}
      {urging && (
        <AskDialog
          title={own.urge(count)}
          label={own.urgeWords}
          submit={own.urgeNow}
          busy={urge.isPending}
          onSubmit={(text) => urge.mutate(text)}
          onClose={() => setUrging(false)}
        />
      )}
    </>
  );
}
