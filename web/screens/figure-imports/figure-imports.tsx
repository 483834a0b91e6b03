import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { previewFigures, startFigureImport } from '../../../src/api/figure-imports.ts';
import type { FigureMapping, ImportChoices, ListPreview } from '../../../src/registry/figure-import.ts';
import { Page } from '../../parts/page.tsx';
import { sendForm } from '../../parts/send-form.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { ChoicesForm } from './choices-form.tsx';
import styles from './figure-imports.module.css';
import { ImportProgress } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';
import { PastImports } from './past-imports.tsx';
import { PreviewTable } from './preview-table.tsx';
import { SavedMappings } from './saved-mappings.tsx';

type Looked = { file: File; preview: ListPreview };

/** Nạp số liệu: a file, which column is what, what its rows become, and what was stored. */
export function FigureImports() {
  const { words, language } = useWording();
  const own = words.figureImports;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [importId, setImportId] = useState<string | null>(null);
  const look = useMutation({
    mutationFn: async ({
      file,
      mapping,
      sheet,
    }: {
      file: File;
      mapping: FigureMapping | null;
      sheet: string | null;
    }) => ({
      file,
      preview: await sendForm(previewFigures, {}, { file, order: { mapping, sheet } }),
    }),
    onSuccess: setLooked,
  });
  const start = useMutation({
    mutationFn: ({ file, mapping, choices }: { file: File; mapping: FigureMapping; choices: ImportChoices }) =>
      sendForm(startFigureImport, {}, { file, order: { mapping, choices } }),
    onSuccess: ({ id }) => setImportId(id),
  });
  const choose = (file: File | null) => {
    if (!file) return;
    setImportId(null);
    start.reset();
    setLooked(null);
    look.mutate({ file, mapping: null, sheet: null });
  };
  const change = (mapping: FigureMapping) =>
    looked && look.mutate({ file: looked.file, mapping, sheet: mapping.sheet });
  const failed = look.error ?? start.error;
  return (
    <Page title={own.title} actions={<ChooseFile again={looked !== null} busy={look.isPending} onFile={choose} />}>
      <p className="soft">{own.hint}</p>
      {failed && (
        <p role="alert" className={styles.fault}>
          {sentenceOf(failed, words, language)}
        </p>
      )}
      {looked && importId === null && (
        <>
          <h2 className={styles.heading}>{looked.file.name}</h2>
          <SavedMappings mapping={looked.preview.mapping} onUse={change} />
          <MappingForm
            preview={looked.preview}
            onChange={change}
            onSheet={(sheet) => look.mutate({ file: looked.file, mapping: null, sheet })}
          />
          <Gaps preview={looked.preview} />
          <PreviewTable rows={looked.preview.rows} />
          <ChoicesForm
            ready={looked.preview.gaps.length === 0 && looked.preview.missing.length === 0 && !look.isPending}
            busy={start.isPending}
            onStart={(choices) => start.mutate({ file: looked.file, mapping: looked.preview.mapping, choices })}
          />
        </>
      )}
      {importId !== null && <ImportProgress id={importId} />}
      <PastImports shown={importId} onShow={setImportId} />
    </Page>
  );
}

function ChooseFile({ again, busy, onFile }: { again: boolean; busy: boolean; onFile: (file: File | null) => void }) {
  const own = useWording().words.figureImports;
  const label = again ? own.chooseOther : own.choose;
  return (
    <FileButton accept=".csv,.txt,.xlsx" onChange={onFile} inputProps={{ 'aria-label': label, tabIndex: -1 }}>
      {(props) => (
        <Button
          {...props}
          loading={busy}
          variant={again ? 'default' : 'filled'}
          leftSection={<IconUpload size={18} aria-hidden />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  );
}

function Gaps({ preview: { gaps, missing } }: { preview: ListPreview }) {
  const own = useWording().words.figureImports;
  if (gaps.length === 0 && missing.length === 0) return null;
  const names = gaps.map((gap) => own.roles[gap]).join(', ');
  return (
    <p role="status" className={styles.fault}>
      {gaps.length > 0 && own.gaps(names)} {missing.length > 0 && own.missingHeads(missing.join(', '))}
    </p>
  );
}
