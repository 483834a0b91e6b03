import { Button, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NoticeRecord } from '../../../src/registry/notice.ts';
import { useWords } from '../../words/words.ts';
import frame from '../frame/frame.module.css';
import { NoticeLine } from './notice-line.tsx';
import styles from './notices.module.css';
import { useLatestNotices, useReadOff } from './use-notices.ts';

/** Says in the frame how much is unread, and opens the latest. */
export function Bell() {
  const { notices: own } = useWords();
  const [open, setOpen] = useState(false);
  const latest = useLatestNotices().data ?? { notices: [], unread: 0 };
  const readOff = useReadOff();
  const count = latest.unread > 99 ? '99+' : String(latest.unread);
  const read = ({ id, readAt }: NoticeRecord) => {
    setOpen(false);
    if (readAt === null) readOff.mutate({ ids: [id] });
  };
  const [newest] = latest.notices;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={frame.tool}
          style={{ position: 'relative' }}
          aria-label={own.bell(count)}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={20} stroke={1.7} aria-hidden />
          {latest.unread > 0 && (
            <span className={styles.badge} aria-hidden>
              {count}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={own.title} maw="calc(100vw - 16px)">
        {latest.notices.length === 0 ? (
          <p>{own.emptyText}</p>
        ) : (
          <ul className={`${styles.list} ${styles.popup}`}>
            {latest.notices.map((notice) => (
              <li key={notice.id}>
                <NoticeLine notice={notice} onRead={read} />
              </li>
            ))}
          </ul>
        )}
        <div className={styles.foot}>
          <Button component={Link} to="/thong-bao" variant="subtle" size="compact-sm" onClick={() => setOpen(false)}>
            {own.seeAll}
          </Button>
          {newest && latest.unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => readOff.mutate({ upTo: newest.id })}>
              {own.readAll}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
