import type { ReactNode } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { type DocumentDetail, getDocumentFile } from '../../../src/api/documents.ts';
import { formatDay } from '../../../src/values/format.ts';
import { formatMoment, formatSize } from '../../parts/measures.ts';
import { factId, legalBasisId, recipientId } from '../../parts/paper/marks.ts';
import { useWording } from '../../words/words.ts';
import styles from './findings.module.css';
import { Related } from './related.tsx';

type Props = { detail: DocumentDetail; chosen: string | undefined; onPick: (id: string) => void };

/** A value of the header that leads to its place in the text, where it has one. */
function Place({
  id,
  at,
  chosen,
  onPick,
  children,
}: { id: string; at: boolean; children: string } & Omit<Props, 'detail'>) {
  if (!at) return children;
  return (
    <a
      href={`?muc=${id}`}
      data-card={id}
      aria-current={chosen === id ? 'true' : undefined}
      className={styles.place}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onPick(id);
      }}
    >
      {children}
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Facts({ detail, chosen, onPick }: Props) {
  const { words, language } = useWording();
  const { header, text } = detail;
  const link = { chosen, onPick };
  const unknown = <span className="soft">{words.document.unknown}</span>;
  const field = (name: 'number' | 'issuer' | 'issuedOn' | 'title' | 'signer', value: string | null) =>
    value ? (
      <Place id={factId(name)} at={header.spans[name] !== undefined} {...link}>
        {value}
      </Place>
    ) : (
      unknown
    );
  const signer = header.signer && [header.signer.title, header.signer.name].filter(Boolean).join(', ');
  const lines = (spans: typeof header.legalBases, idOf: (index: number) => string) =>
    spans.length === 0 ? (
      unknown
    ) : (
      <ul className={styles.lines} lang="vi">
        {spans.map((span, i) => (
          <li key={span.start}>
            <Place id={idOf(i)} at {...link}>
              {text.slice(span.start, span.end)}
            </Place>
          </li>
        ))}
      </ul>
    );
  return (
    <dl className={styles.facts}>
      <Fact name={words.document.number}>{field('number', header.number)}</Fact>
      <Fact name={words.document.kind}>{words.kinds[header.kind]}</Fact>
      <Fact name={words.document.name}>{field('title', header.title)}</Fact>
      <Fact name={words.document.issuer}>{field('issuer', header.issuer)}</Fact>
      <Fact name={words.document.place}>{header.place ?? unknown}</Fact>
      <Fact name={words.document.issuedOn}>
        {field('issuedOn', header.issuedOn && formatDay(header.issuedOn, language))}
      </Fact>
      <Fact name={words.document.period}>
        {header.period ? [...new Set([header.period.from, header.period.to])].join(' – ') : unknown}
      </Fact>
      <Fact name={words.document.signer}>{field('signer', signer)}</Fact>
      <Fact name={words.document.legalBases}>{lines(header.legalBases, legalBasisId)}</Fact>
      <Fact name={words.document.recipients}>{lines(header.recipients, recipientId)}</Fact>
      <Related id={detail.id} />
      <Fact name={words.document.file}>
        <a href={addressOf(getDocumentFile, { params: { id: detail.id } })} download>
          {detail.fileName}
        </a>{' '}
        <span className="soft">({formatSize(detail.fileSize, language)})</span>
      </Fact>
      <Fact name={words.document.received}>
        {formatMoment(detail.receivedAt, language)}, {detail.receivedBy}
      </Fact>
    </dl>
  );
}
