import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconKeyboard, IconPlugConnectedX, IconRubberStamp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { ReviewedDocument } from '../../../src/registry/review.ts';
import { useTitle } from '../../parts/page.tsx';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './head.module.css';
import type { Live } from './use-live.ts';

/** Letters of a person's last two names: a Vietnamese is called by the last. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');

/** Who else has this review open now. */
function People({ live }: { live: Live }) {
  const { words } = useWording();
  const session = useSession();
  const others = live.people.filter(({ id }) => id !== session.data?.user?.id);
  if (!live.connected)
    return (
      <span className={styles.lost} role="status" title={words.review.offline}>
        <IconPlugConnectedX size={20} aria-hidden />
        <span className="hidden-visually">{words.review.offline}</span>
      </span>
    );
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(', ');
  return (
    <Tooltip label={words.review.people(names)}>
      <span className={styles.people} role="status">
        <span className="hidden-visually">{words.review.people(names)}</span>
        {others.slice(0, 4).map(({ id, name }) => (
          <span key={id} className={styles.person} aria-hidden>
            {initials(name)}
          </span>
        ))}
      </span>
    </Tooltip>
  );
}

type Props = {
  detail: DocumentDetail;
  document: ReviewedDocument;
  live: Live;
  onHelp: () => void;
  onIssue: () => void;
};

export function Head({ detail, document, live, onHelp, onIssue }: Props) {
  const { words } = useWording();
  const { review } = words;
  const { header } = detail;
  useTitle(review.titleOf(header.number ?? detail.fileName));
  return (
    <header className={styles.head}>
      <Link
        to="/van-ban/$id"
        params={{ id: detail.id }}
        search={{}}
        className={styles.back}
        aria-label={review.back}
        title={review.back}
      >
        <IconArrowLeft size={20} aria-hidden />
      </Link>
      <div className={styles.names}>
        <h1>
          <span className={styles.titleWord}>
            {review.title} {words.kinds[header.kind]}{' '}
          </span>
          {header.number ?? detail.fileName}
        </h1>
        <p lang="vi">{header.title ?? detail.fileName}</p>
      </div>
      <People live={live} />
      <ActionIcon
        className={styles.help}
        variant="default"
        size={36}
        aria-label={review.hints.help}
        title={review.hints.help}
        onClick={onHelp}
      >
        <IconKeyboard size={20} aria-hidden />
      </ActionIcon>
      <Button variant="default" leftSection={<IconRubberStamp size={18} aria-hidden />} onClick={onIssue}>
        {review.states[document.state]}
      </Button>
    </header>
  );
}
