import type { ReactNode } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { type DocumentDetail, getDocumentFile } from '../../../src/api/documents.ts';
import type { OwnHeader } from '../../../src/values/finding.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { formatMoment, formatSize } from '../../parts/measures.ts';
import { factId, headersOf, legalBasisId, recipientId } from '../../parts/paper/marks.ts';
import { useWording } from '../../words/words.ts';
import { EnvelopeFacts } from './envelope.tsx';
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

type OwnProps = Props & {
  header: OwnHeader;
  /** Which document of the file it is, from 0. */
  at: number;
};

/** What one document of the file says of itself. */
function HeaderFacts({ detail, header, at, chosen, onPick }: OwnProps) {
  const { words, language } = useWording();
  const { text } = detail;
  const link = { chosen, onPick };
  const unknown = <span className="soft">{words.document.unknown}</span>;
  const field = (name: 'number' | 'issuer' | 'issuedOn' | 'title' | 'signer', value: string | null) =>
    value ? (
      <Place id={factId(name, at)} at={header.spans[name] !== undefined} {...link}>
        {value}
      </Place>
    ) : (
      unknown
    );
  const signer = header.signer && [header.signer.title, header.signer.name].filter(Boolean).join(', ');
  const lines = (spans: typeof header.legalBases, idOf: (index: number, at: number) => string) =>
    spans.length === 0 ? (
      unknown
    ) : (
      <ul className={styles.lines} lang="vi">
        {spans.map((span, i) => (
          <li key={span.start}>
            <Place id={idOf(i, at)} at {...link}>
              {text.slice(span.start, span.end)}
            </Place>
          </li>
        ))}
      </ul>
    );
  return (
    <>
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
    </>
  );
}

function FileFacts({ detail }: Pick<Props, 'detail'>) {
  const { words, language } = useWording();
  return (
    <>
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
      {detail.envelopes.length > 0 && (
        <Fact name={words.document.envelope}>
          <ul className={styles.lines}>
            {detail.envelopes.map((envelope) => (
              <li key={envelope.id}>
                <EnvelopeFacts detail={detail} envelope={envelope} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  );
}

/** A heading for each document, where the file holds several. */
export function Facts(props: Props) {
  const { words, language } = useWording();
  const { detail } = props;
  const headers = headersOf(detail);
  const [first] = headers;
  if (first && headers.length === 1)
    return (
      <dl className={styles.facts}>
        <HeaderFacts {...props} header={first} at={0} />
        <FileFacts detail={detail} />
      </dl>
    );
  return (
    <>
      <p className={styles.documents}>{words.document.manyDocuments(formatNumber(headers.length, language))}</p>
      {headers.map((header, at) => (
        <section key={header.number ?? at}>
          <h2 className={styles.documentName}>
            {words.document.nthDocument(formatNumber(at + 1, language))}
            {header.number && `: ${header.number}`}
          </h2>
          <dl className={styles.facts}>
            <HeaderFacts {...props} header={header} at={at} />
          </dl>
        </section>
      ))}
      <dl className={styles.facts}>
        <FileFacts detail={detail} />
      </dl>
    </>
  );
}
