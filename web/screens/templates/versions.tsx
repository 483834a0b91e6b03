import { Button } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { readTemplate, type Templates } from '../../../src/api/templates.ts';
import type { TemplateRecord } from '../../../src/registry/template.ts';
import { formatMoment } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import type { TemplateKind } from '../../../src/values/template.ts';
import { useWording } from '../../words/words.ts';
import { Preview } from './preview.tsx';
import { PutInForce } from './put-in-force.tsx';
import styles from './templates.module.css';

type Props = { kind: TemplateKind; all: Templates };
type Opened = { as: 'preview' | 'put'; template: TemplateRecord };

/** Every template that was ever uploaded, and when which of them held. */
export function Versions({ kind, all }: Props) {
  const { words, language } = useWording();
  const { versions: own, history, whose } = words.templates;
  const [opened, setOpened] = useState<Opened>();
  const templates = all.templates.filter((one) => one.kind === kind);
  const uses = all.uses.filter((one) => one.kind === kind);
  return (
    <section className={styles.section} aria-labelledby="versions">
      <h2 id="versions">{own.title}</h2>
      {templates.length === 0 && <p className="soft">{own.none}</p>}
      <ul className={styles.list}>
        {templates.map((template) => (
          <li key={template.id} className={styles.row}>
            <div>
              <strong>{template.fileName}</strong>
              <div className="soft">{own.by(template.by.name, formatMoment(template.at, language))}</div>
            </div>
            <div className={styles.deeds}>
              <Button variant="subtle" component="a" href={addressOf(readTemplate, { params: { id: template.id } })}>
                {own.file}
              </Button>
              <Button variant="default" onClick={() => setOpened({ as: 'preview', template })}>
                {own.preview}
              </Button>
              <Button onClick={() => setOpened({ as: 'put', template })}>{own.put}</Button>
            </div>
          </li>
        ))}
      </ul>
      {uses.length > 0 && (
        <details className={styles.more}>
          <summary>{history.title}</summary>
          <ul>
            {uses.map((use) => (
              <li key={use.id}>
                {`${formatDate(use.from)}: ${whose(use.agency?.name ?? null, use.issuedBy)}, ${use.template?.fileName ?? history.standard} `}
                <span className="soft">{own.by(use.by.name, formatMoment(use.at, language))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {opened?.as === 'preview' && <Preview template={opened.template} onClose={() => setOpened(undefined)} />}
      {opened?.as === 'put' && (
        <PutInForce template={opened.template} today={all.today} onClose={() => setOpened(undefined)} />
      )}
    </section>
  );
}
