import { Alert, Button, FileButton } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { uploadTemplate, writeStandardTemplate } from '../../../src/api/templates.ts';
import type { TemplateJudged } from '../../../src/registry/template.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { TemplateKind } from '../../../src/values/template.ts';
import { templateFaultSentence, templatePlaceWords } from '../../../src/values/template-words.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { saveDocument } from '../../parts/save-document.ts';
import { sendForm } from '../../parts/send-form.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './templates.module.css';

/** The way out to Word and back: what is broken is told with its place, at once. */
export function Exchange({ kind }: { kind: TemplateKind }) {
  const { words, language } = useWording();
  const own = words.templates;
  const queries = useQueryClient();
  const posts = useSession().data?.posts;
  const [agency, setAgency] = useState<string | null>();
  const agencyId = agency === undefined ? (posts?.[0]?.agencyId ?? null) : agency;
  const save = useMutation({
    mutationFn: (id: string) => saveDocument(addressOf(writeStandardTemplate, { query: { kind, agencyId: id } })),
  });
  const send = useMutation({
    mutationFn: (file: File) => sendForm(uploadTemplate, {}, { file, order: { kind } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['templates'] }),
  });
  const failed = save.error ?? send.error;
  return (
    <section className={styles.section} aria-label={own.upload}>
      <div className={styles.exchange}>
        <AgencySelect label={own.agency} chosen={agencyId} onChoose={setAgency} />
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          disabled={agencyId === null}
          title={agencyId === null ? own.chooseAgency : undefined}
          loading={save.isPending}
          onClick={() => agencyId !== null && save.mutate(agencyId)}
        >
          {own.download}
        </Button>
        <FileButton accept=".docx" onChange={(file) => file && send.mutate(file)}>
          {(props) => (
            <Button {...props} loading={send.isPending} leftSection={<IconUpload size={18} aria-hidden />}>
              {own.upload}
            </Button>
          )}
        </FileButton>
      </div>
      <div aria-live="polite">
        {failed && (
          <Alert color="red" mt="sm">
            {sentenceOf(failed, words, language)}
          </Alert>
        )}
        {send.data && <Judged judged={send.data} file={send.variables?.name ?? ''} />}
      </div>
    </section>
  );
}

function Judged({ judged: { kept, faults, unused }, file }: { judged: TemplateJudged; file: string }) {
  const { words, language } = useWording();
  const own = words.templates;
  const names = unused.map((name) => `{${name}}`).join(', ');
  if (kept)
    return (
      <Alert color="teal" mt="sm">
        {own.kept(kept.fileName)} {names && own.unused(names)}
      </Alert>
    );
  return (
    <Alert color="red" mt="sm" title={own.faults.title(formatNumber(faults.length, language), file)}>
      <ol className={styles.faults} aria-label={own.faults.list}>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            {templateFaultSentence(fault, language)}
            <span className={styles.place}>{templatePlaceWords(fault.place, language)}</span>
            {fault.place.excerpt !== '' && <q>{fault.place.excerpt}</q>}
          </li>
        ))}
      </ol>
    </Alert>
  );
}
