import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { Fragment } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { exportPlan } from '../../../src/api/documents.ts';
import { type PlanForm, planForms } from '../../../src/registry/plan-draft.ts';
import { DocumentFormat } from '../../../src/values/document-format.ts';
import { useWords } from '../../words/words.ts';
import styles from './document.module.css';

/** What is in force of a document, as a decision that assigns it or issues it as a plan, or as its tables alone. */
export function ExportPlan({ id }: { id: string }) {
  const { document, planDrafts } = useWords();
  const { exportPlan: action, planFormats: names } = document;
  const link = (format: keyof typeof names, form: PlanForm, said: string = names[format]) => (
    <Menu.Item
      key={format}
      component="a"
      href={addressOf(exportPlan, { params: { id }, query: { format, form } })}
      download
      aria-label={said}
    >
      {names[format]}
    </Menu.Item>
  );
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
        {planForms.map((form) => (
          <Fragment key={form}>
            <Menu.Label>{planDrafts.forms[form]}</Menu.Label>
            {DocumentFormat.options.map((format) => link(format, form, `${planDrafts.forms[form]}: ${names[format]}`))}
            <Menu.Divider />
          </Fragment>
        ))}
        {link('xlsx', 'assignment')}
      </Menu.Dropdown>
    </Menu>
  );
}
