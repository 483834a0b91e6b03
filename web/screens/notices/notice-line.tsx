import { Link } from '@tanstack/react-router';
import { type NoticeRecord, noticePath } from '../../../src/registry/notice.ts';
import { noticeSentence } from '../../../src/registry/notice-words.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './notices.module.css';

/** One notice as a link to what it is about; going there is reading it. */
export function NoticeLine({ notice, onRead }: { notice: NoticeRecord; onRead: (notice: NoticeRecord) => void }) {
  const { words, language } = useWording();
  return (
    <Link
      to={noticePath(notice)}
      className={styles.line}
      data-unread={notice.readAt === null || undefined}
      preload={false}
      onClick={() => onRead(notice)}
    >
      <span className={styles.dot} aria-hidden />
      <span>
        {notice.readAt === null && <span className="hidden-visually">{words.notices.unread}: </span>}
        {notice.urgent && <strong className={styles.urgent}>{words.notices.urgent} </strong>}
        {noticeSentence(notice.kind, notice.details, language)}
        <time className={styles.at} dateTime={notice.at}>
          {formatMoment(notice.at, language)}
        </time>
      </span>
    </Link>
  );
}
