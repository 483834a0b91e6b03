import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { answerEnvelope, type DocumentDetail, getEnvelopeFile } from '../../../src/api/documents.ts';
import { envelopeStatusWords, likelyStatus, type ReceivedEnvelope } from '../../../src/registry/received-envelope.ts';
import {
  type EnvelopeParty,
  EnvelopeStatus,
  envelopeStatuses,
  refusingStatuses,
} from '../../../src/values/envelope.ts';
import { formatDay } from '../../../src/values/format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { formatMoment, formatSize } from '../../parts/measures.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './findings.module.css';

type Props = { detail: DocumentDetail; envelope: ReceivedEnvelope };

/** Who sent it over the document axis, what it says, and what came along. */
export function EnvelopeFacts({ detail, envelope }: Props) {
  const { words, language } = useWording();
  const own = words.envelopes;
  const may = useMay();
  const [answering, setAnswering] = useState(false);
  const { header, fileName, receivedAt, parts } = envelope;
  const said = [header.number, header.issuedOn && formatDay(header.issuedOn, language)].filter(Boolean).join(', ');
  const receivers = header.to.map(nameOf).join('; ');
  return (
    <>
      {own.from(nameOf(header.from))}
      {said && ` · ${said}`}
      {receivers && ` → ${receivers}`}
      <div className="soft">
        {fileName}, {formatMoment(receivedAt, language)}
      </div>
      {parts.length > 1 && (
        <ul className={styles.lines} aria-label={own.beside}>
          {parts.map(({ name, size, hash, kept }, position) =>
            position === 0 ? null : (
              <li key={`${hash} ${name}`}>
                {kept ? (
                  <a
                    href={addressOf(getEnvelopeFile, { params: { id: detail.id, envelope: envelope.id, position } })}
                    download
                  >
                    {name}
                  </a>
                ) : (
                  name
                )}{' '}
                <span className="soft">
                  ({formatSize(size, language)}
                  {!kept && `; ${own.notKept}`})
                </span>
              </li>
            ),
          )}
        </ul>
      )}
      {may('importDocuments') && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setAnswering(true)}>
            {own.answer}
          </Button>
        </div>
      )}
      {answering && <AnswerForm detail={detail} envelope={envelope} onClose={() => setAnswering(false)} />}
    </>
  );
}

const nameOf = ({ id, name }: EnvelopeParty): string => (name && id ? `${name} (${id})` : name || id);

/** The state to be told, as a file that the office's own software signs and sends. */
function AnswerForm({ detail, envelope, onClose }: Props & { onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.envelopes;
  const [status, setStatus] = useState<EnvelopeStatus>(likelyStatus[detail.state]);
  const [typed, setTyped] = useState('');
  const wantsReason = refusingStatuses.has(status);
  const ready = !wantsReason || typed.trim() !== '';
  const address = addressOf(answerEnvelope, {
    params: { id: detail.id, envelope: envelope.id },
    query: { status, words: typed.trim() },
  });
  return (
    <Dialog onClose={onClose} title={own.answer}>
      <p className="soft">{own.answerHint}</p>
      <Select
        label={own.status}
        allowDeselect={false}
        data={envelopeStatuses.map((value) => ({ value, label: `${value} · ${envelopeStatusWords[language][value]}` }))}
        value={status}
        onChange={(chosen) => setStatus(EnvelopeStatus.parse(chosen))}
      />
      <Textarea
        mt="sm"
        label={wantsReason ? own.reason : own.words}
        required={wantsReason}
        autosize
        minRows={2}
        maxLength={1000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {ready ? (
        <Button mt="md" component="a" href={address} download onClick={onClose}>
          {own.take}
        </Button>
      ) : (
        <Button mt="md" disabled>
          {own.take}
        </Button>
      )}
    </Dialog>
  );
}
