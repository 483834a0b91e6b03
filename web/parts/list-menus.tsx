import { Button, Menu } from '@mantine/core';
import { IconColumns3, IconDownload, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react';
import type { exportFormats } from '../../src/api/listing.ts';
import { useWords } from '../words/words.ts';

type Named = { id: string; name: string };

/** Which columns are shown; the last one cannot be hidden. */
export function ColumnMenu({
  columns,
  shown,
  onChange,
}: {
  columns: Named[];
  shown: string[];
  onChange: (shown: string[]) => void;
}) {
  const words = useWords();
  return (
    <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={18} aria-hidden />}>
          {words.list.columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, name }) => {
          const on = shown.includes(id);
          return (
            <Menu.CheckboxItem
              key={id}
              checked={on}
              disabled={on && shown.length === 1}
              onChange={() =>
                onChange(columns.map((one) => one.id).filter((one) => (one === id ? !on : shown.includes(one))))
              }
            >
              {name}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Links to the same rows and columns as files. */
export function ExportMenu({ hrefOf }: { hrefOf: (format: (typeof exportFormats)[number]) => string }) {
  const words = useWords();
  return (
    <Menu position="bottom-end" width={250} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {words.list.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.list.exportHint}</Menu.Label>
        <Menu.Item component="a" href={hrefOf('xlsx')} download leftSection={<IconFileTypeXls size={18} aria-hidden />}>
          {words.list.exportXlsx}
        </Menu.Item>
        <Menu.Item component="a" href={hrefOf('csv')} download leftSection={<IconFileTypeCsv size={18} aria-hidden />}>
          {words.list.exportCsv}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
