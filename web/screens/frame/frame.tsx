import { Alert } from '@mantine/core';
import { Navigate, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAsOf } from '../../parts/as-of.ts';
import { Closed } from '../../parts/closed.tsx';
import { Failure } from '../../parts/fault.tsx';
import { useLostFocus } from '../../parts/lost-focus.ts';
import { useDensity } from '../../parts/preferences.tsx';
import { useWhitePaper } from '../../parts/printing.ts';
import { resumeSends } from '../../parts/sends/sends.ts';
import { useMay, useSession } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { PastNotice } from './as-of.tsx';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { openedBy } from './opened-by.ts';
import { TopBar } from './top-bar.tsx';
import { useIdle } from './use-idle.ts';

const accountPath = '/tai-khoan';

/** What stands around every screen. Who is not signed in sees the sign-in form at the same address. */
export function Frame() {
  const words = useWords();
  const session = useSession();
  const [density] = useDensity();
  const asOf = useAsOf();
  const main = useRef<HTMLElement>(null);
  const may = useMay();
  const open = useMatches({ select: (matches) => openedBy(matches.at(-1)?.routeId ?? '') })?.some(may) ?? true;
  const path = useRouterState({ select: (state) => state.location.pathname });

  useIdle();
  useLostFocus();
  useWhitePaper();

  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);

  const userId = session.data?.user?.id;
  useEffect(() => {
    if (userId !== undefined) void resumeSends(userId);
  }, [userId]);

  // A new page is read from its top, by eye and by screen reader.
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [path]);

  // What is typed on a page stays there while the line is away.
  if (session.isError && !session.data) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data)
    return (
      <div className={styles.waiting} role="status">
        {words.frame.opening}
      </div>
    );
  if (path === '/loi-moi') return <Outlet />;
  if (!session.data.user) return <SignIn session={session.data} />;
  // Nothing else answers before that is done.
  const { must } = session.data;
  return (
    <div className={styles.frame} data-past={asOf !== undefined || undefined}>
      <a className={styles.skip} href="#noi-dung">
        {words.frame.skip}
      </a>
      <TopBar user={session.data.user} />
      <div className={styles.noticeRow}>
        {session.data.posts.length === 0 && (
          <Alert color="orange" variant="light" role="status">
            {words.frame.noPosts}
          </Alert>
        )}
        <PastNotice />
      </div>
      {!must && <Navigation />}
      <main className={styles.main} id="noi-dung" ref={main} tabIndex={-1}>
        {must && path !== accountPath ? <Navigate to={accountPath} replace /> : open ? <Outlet /> : <Closed />}
      </main>
    </div>
  );
}
