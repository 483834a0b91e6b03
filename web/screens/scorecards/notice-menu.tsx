import { Button, Menu } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { addressOf } from '../../../src/api/client.ts';
import { writeScorecard } from '../../../src/api/scorecards.ts';
import { DocumentFormat } from '../../../src/values/document-format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { saveDocument } from '../../parts/save-document.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

type Props = { agencyId: string; period: string; asOf: PlainDate | undefined };

/** The scorecard as the notice that goes to the agency. */
export function NoticeMenu({ agencyId, period, asOf }: Props) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const write = useMutation({
    mutationFn: (format: DocumentFormat) => {
      const body = { period, format, ...(asOf !== undefined && { asOf }) };
      return saveDocument(addressOf(writeScorecard, { params: { id: agencyId }, body }), body);
    },
    onError: (error) => showRefused(sentenceOf(error, words, language)),
  });
  return (
    <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" loading={write.isPending} leftSection={<IconFileDownload size={18} aria-hidden />}>
          {own.notice}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {DocumentFormat.options.map((format) => (
          <Menu.Item key={format} onClick={() => write.mutate(format)}>
            {own.noticeAs(format)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
