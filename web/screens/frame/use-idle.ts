import { useEffect } from 'react';
import { useSession } from '../../parts/session.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const minute = 60_000;

/**
 * The server ends a session that sends nothing for so long. Whoever reads or types works, too, so the server is told now and then;
 * whoever is away finds the sign-in form instead of the page.
 */
export function useIdle(): void {
  const { data, refetch } = useSession();
  const idleSeconds = data?.idleSeconds ?? null;
  useEffect(() => {
    if (idleSeconds === null) return;
    let last = Date.now();
    let told = last;
    const mark = () => {
      last = Date.now();
    };
    const look = () => {
      const away = Date.now() - last > idleSeconds * 1000;
      if (last > told || away) void refetch();
      told = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, mark, { passive: true });
    const timer = setInterval(look, Math.min(minute, idleSeconds * 250));
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, mark);
    };
  }, [idleSeconds, refetch]);
}
