import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { addressOf } from '../../../src/api/client.ts';
import { writeReportDocument } from '../../../src/api/reports.ts';
import { DocumentFormat } from '../../../src/values/document-format.ts';
import { saveDocument } from '../../parts/save-document.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

/** The report as a file: to go on editing, or to sign and send. */
export function Download({ reportId }: { reportId: string }) {
  const { words, language } = useWording();
  const own = words.reports;
  const save = useMutation({
    mutationFn: (format: DocumentFormat | 'xlsx') =>
      saveDocument(addressOf(writeReportDocument, { params: { id: reportId }, query: { format } })),
    onError: (error) => showRefused(sentenceOf(error, words, language), own.notDone),
  });
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" loading={save.isPending} leftSection={<IconFileExport size={18} aria-hidden />}>
          {own.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {([...DocumentFormat.options, 'xlsx'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate(format)}>
            {own.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
