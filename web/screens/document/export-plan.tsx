import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { addressOf } from '../../../src/api/client.ts';
import { exportPlan, planFormats } from '../../../src/api/documents.ts';
import { useWords } from '../../words/words.ts';
import styles from './document.module.css';

/** What is in force of a document, as the decision that assigns it. */
export function ExportPlan({ id }: { id: string }) {
  const { exportPlan: action, planFormats: names } = useWords().document;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          aria-label={action}
          title={action}
          leftSection={<IconFileExport size={18} aria-hidden />}
        >
          <span className={styles.label}>{action}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {planFormats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={addressOf(exportPlan, { params: { id }, query: { format } })}
            download
          >
            {names[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
