import { Button, FileButton, TextInput } from '@mantine/core';
import { IconFileText, IconPaperclip, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { addFile, addProduct, getEvidenceFile, removeEvidence } from '../../../src/api/evidence.ts';
import type { DutyReport } from '../../../src/registry/duty-report.ts';
import { evidenceExtensions, evidenceLimits } from '../../../src/registry/evidence.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { formatSize } from '../../parts/measures.ts';
import { SendLines } from '../../parts/sends/send-lines.tsx';
import { dropSend, send } from '../../parts/sends/sends.ts';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';
import { useDeed, useRenewal } from './use-duty.ts';

type Item = DutyReport['evidence'][number];

export function EvidenceItems({ items }: { items: readonly Item[] }) {
  const { words, language } = useWording();
  const own = words.duty;
  const remove = useDeed((id: string) => call(removeEvidence, { params: { id } }));
  if (items.length === 0) return null;
  return (
    <ul className={styles.items}>
      {items.map(({ id, file, product, note, added, mayRemove }) => (
        <li key={id}>
          {file && (
            <a href={addressOf(getEvidenceFile, { params: { id } })} download={file.name}>
              <IconPaperclip size={16} aria-hidden /> {file.name}
            </a>
          )}
          {file && <span className="soft numbers"> {formatSize(file.size, language)}</span>}
          {product && (
            <span>
              <IconFileText size={16} aria-hidden />{' '}
              {product.documentId ? (
                <Link to="/van-ban/$id" params={{ id: product.documentId }}>
                  {product.number}
                </Link>
              ) : (
                product.number
              )}
              {product.date && ` ${own.ofDay(formatDate(product.date))}`}
            </span>
          )}
          {note && <span className="soft"> · {note}</span>}
          <span className="soft"> · {added.by.name}</span>
          {mayRemove && (
            <AskedButton
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={14} aria-hidden />}
              aria-label={own.removeEvidence(file?.name ?? product?.number ?? '')}
              title={own.removeEvidence(file?.name ?? product?.number ?? '')}
              hint={own.removeEvidenceHint}
              loading={remove.isPending && remove.variables === id}
              onYes={() => remove.mutate(id)}
            >
              {own.remove}
            </AskedButton>
          )}
        </li>
      ))}
    </ul>
  );
}

const extensions = Object.values(evidenceExtensions).flat();

/** Files and the document that resulted, for the duty or for one draft. */
export function EvidenceAdding({ dutyId, progressId }: { dutyId: string; progressId: string | null }) {
  const { words } = useWording();
  const own = words.duty;
  const [naming, setNaming] = useState(false);
  const session = useSession().data;
  const limit = Math.min(evidenceLimits.fileBytes, session?.maxFileBytes ?? Number.POSITIVE_INFINITY);
  const query = progressId === null ? {} : { progress: progressId };
  const address = addressOf(addFile, { params: { id: dutyId }, query });
  const add = useDeed(async (files: File[]) => {
    for (const file of files) {
      const { key, answer } = send({ door: { address }, file, userId: session?.user?.id, limit });
      await answer.finally(() => dropSend(key));
    }
  });
  return (
    <div className={styles.buttons}>
      <FileButton
        multiple
        accept={extensions.map((one) => `.${one}`).join(',')}
        onChange={(files) => add.mutate(files)}
      >
        {(props) => (
          <Button
            {...props}
            size="sm"
            variant="default"
            loading={add.isPending}
            leftSection={<IconPaperclip size={16} aria-hidden />}
          >
            {own.addFile}
          </Button>
        )}
      </FileButton>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setNaming(true)}
      >
        {own.addProduct}
      </Button>
      <small>{own.notSecret}</small>
      <SendLines address={address} onEnd={useRenewal()} />
      {naming && <ProductDialog dutyId={dutyId} progressId={progressId} onClose={() => setNaming(false)} />}
    </div>
  );
}

function ProductDialog(props: { dutyId: string; progressId: string | null; onClose: () => void }) {
  const { dutyId, progressId, onClose } = props;
  const own = useWording().words.duty;
  const [id] = useState(() => crypto.randomUUID());
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<PlainDate | null | undefined>(null);
  const add = useDeed(
    () => call(addProduct, { params: { id: dutyId }, body: { id, progressId, number, date: date ?? null, note: '' } }),
    onClose,
  );
  return (
    <Dialog onClose={onClose} title={own.addProduct}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined);
        }}
      >
        <TextInput
          label={own.productNumber}
          placeholder="123/QĐ-UBND"
          required
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          data-autofocus
        />
        <DayField label={own.productDate} value={date ?? null} onChange={setDate} />
        <div className={styles.buttons}>
          <Button type="submit" loading={add.isPending} disabled={number.trim() === '' || date === undefined}>
            {own.add}
          </Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
