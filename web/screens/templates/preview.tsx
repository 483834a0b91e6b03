import { Button, Loader, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { listTemplateSamples, previewTemplate, showTemplate } from '../../../src/api/templates.ts';
import type { TemplateRecord, TemplateShown } from '../../../src/registry/template.ts';
import type { WrittenFormat } from '../../../src/values/document-format.ts';
import { faultSentence } from '../../../src/values/form-check-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { saveDocument } from '../../parts/save-document.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './templates.module.css';

type Props = { template: TemplateRecord; onClose: () => void };

/** A document of the register in the form of a template, before anything leaves in it. */
export function Preview({ template: { id, kind, fileName }, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.templates.preview;
  const [chosen, setChosen] = useState<string>();
  const list = useQuery({
    queryKey: ['template-samples', kind],
    queryFn: ({ signal }) => call(listTemplateSamples, { query: { kind }, signal }),
  });
  const samples = list.data?.samples ?? [];
  const sample = chosen ?? samples[0]?.id;
  const shown = useQuery({
    queryKey: ['template-preview', id, sample],
    queryFn: ({ signal }) => call(showTemplate, { params: { id }, query: { sample: sample ?? '' }, signal }),
    enabled: sample !== undefined,
  });
  const save = useMutation({
    mutationFn: (format: WrittenFormat) =>
      saveDocument(addressOf(previewTemplate, { params: { id }, query: { sample: sample ?? '', format } })),
  });
  return (
    <SidePanel title={own.title(fileName)} size={820} onClose={onClose}>
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && samples.length === 0 && <p>{own.none}</p>}
      {sample !== undefined && (
        <div className={styles.exchange}>
          <Select
            label={own.sample}
            allowDeselect={false}
            data={samples.map(({ id: value, name }) => ({ value, label: name }))}
            value={sample}
            onChange={(value) => setChosen(value ?? undefined)}
          />
          {(['docx', 'pdf'] as const).map((format) => (
            <Button key={format} variant="default" loading={save.isPending} onClick={() => save.mutate(format)}>
              .{format}
            </Button>
          ))}
        </div>
      )}
      <div aria-live="polite">
        {save.isError && <p role="alert">{sentenceOf(save.error, words, language)}</p>}
        {sample !== undefined && shown.isPending && (
          <p className={styles.waiting}>
            <Loader size="sm" aria-hidden /> {own.drawing}
          </p>
        )}
        {shown.isError && <Failure error={shown.error} onRetry={() => void shown.refetch()} />}
        {shown.data && <Shown shown={shown.data} />}
      </div>
    </SidePanel>
  );
}

function Shown({ shown: { pages, check } }: { shown: TemplateShown }) {
  const { words, language } = useWording();
  const own = words.templates.preview;
  const faults = check.boxes.flatMap((box) => box.faults);
  return (
    <>
      <p>
        <strong>{faults.length === 0 ? own.right : own.departs(formatNumber(faults.length, language))}</strong>{' '}
        <span className="soft">{words.formCheck.rules(check.formName)}</span>
      </p>
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>
              {faultSentence(fault, language)} <span className="soft">{fault.clause}</span>
              {fault.excerpt !== '' && <q>{fault.excerpt}</q>}
            </li>
          ))}
        </ul>
      )}
      {pages.length === 0 && <p className="soft">{own.noPages}</p>}
      {pages.map((picture, at) => (
        <img key={own.page(at + 1)} className={styles.page} src={picture} alt={own.page(at + 1)} />
      ))}
    </>
  );
}
