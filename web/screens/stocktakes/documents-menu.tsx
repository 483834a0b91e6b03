import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { addressOf } from '../../../src/api/client.ts';
import { writeStocktakeDocument } from '../../../src/api/stocktakes.ts';
import type { StocktakePage } from '../../../src/registry/stocktake.ts';
import { saveDocument } from '../../parts/save-document.ts';
import { useWording } from '../../words/words.ts';
import { useStep } from './use-stocktake.ts';

const files = [
  { kind: 'minutes', format: 'docx', name: 'minutes' },
  { kind: 'minutes', format: 'pdf', name: 'minutesPdf' },
  { kind: 'conclusions', format: 'docx', name: 'notice' },
  { kind: 'conclusions', format: 'pdf', name: 'noticePdf' },
] as const;

/** The minutes, and where something was decided the notice of conclusions, in the form of the decree. */
export function DocumentsMenu({ page: { stocktake, holds } }: { page: StocktakePage }) {
  const own = useWording().words.stocktakes;
  const { id, decisions } = stocktake;
  const write = useStep(id, (body: { kind: 'minutes' | 'conclusions'; format: 'docx' | 'pdf' }) =>
    saveDocument(addressOf(writeStocktakeDocument, { params: { id }, body }), body),
  );
  if (!holds) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden />} loading={write.isPending}>
          {own.documents}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files
          .filter(({ kind }) => kind === 'minutes' || decisions > 0)
          .map(({ kind, format, name }) => (
            <Menu.Item key={name} onClick={() => write.mutate({ kind, format })}>
              {own[name]}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
