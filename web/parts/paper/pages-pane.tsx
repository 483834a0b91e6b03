import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { useArrowWalk } from '../use-arrow-walk.ts';
import { type Shape, shapesOf } from './boxes.ts';
import { EdgeMap } from './edge-map.tsx';
import { pageNotes, severeNotes } from './marks.ts';
import { PageSheet } from './page-sheet.tsx';
import styles from './pages.module.css';
import paperStyles from './paper.module.css';
import type { PaneProps } from './paper.tsx';
import { spotsOnPages } from './spots.ts';
import { useChosenMark } from './use-chosen-mark.ts';

/** Keeps what is in the middle of the pane there when the pages become larger or smaller. */
function useSteadyMiddle(scroller: RefObject<HTMLElement | null>, zoom: number) {
  const middle = useRef({ x: 0.5, y: 0 });
  const before = useRef(zoom);
  useEffect(() => {
    const pane = scroller.current;
    const note = () => {
      if (!pane) return;
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = pane;
      middle.current = {
        x: (scrollLeft + clientWidth / 2) / scrollWidth,
        y: (scrollTop + clientHeight / 2) / scrollHeight,
      };
    };
    pane?.addEventListener('scroll', note, { passive: true });
    return () => pane?.removeEventListener('scroll', note);
  }, [scroller]);
  useLayoutEffect(() => {
    const pane = scroller.current;
    if (!pane || before.current === zoom) return;
    before.current = zoom;
    pane.scrollTop = middle.current.y * pane.scrollHeight - pane.clientHeight / 2;
    pane.scrollLeft = middle.current.x * pane.scrollWidth - pane.clientWidth / 2;
  }, [scroller, zoom]);
}

const none: readonly Shape[] = [];

/** The original file's pages, one under the other, with the findings marked on them. */
export function PagesPane(props: PaneProps & { zoom: number; onText: () => void }) {
  const { detail, marks, chosen, onPick, shown, zoom, onText } = props;
  const { words, language } = useWording();
  const { id, pages } = detail;
  const scroller = useRef<HTMLElement>(null);
  useChosenMark(scroller, chosen, marks, shown);
  useSteadyMiddle(scroller, zoom);
  useArrowWalk(scroller);
  const shapes = useMemo(() => shapesOf(marks, detail), [marks, detail]);
  const spots = useMemo(() => spotsOnPages(shapes, pages), [shapes, pages]);
  const sheets = useMemo(
    () => pages.map((page, at) => ({ page, number: at + 1, shapes: shapes[at] ?? none })),
    [pages, shapes],
  );
  const notes = useMemo(() => pageNotes(detail), [detail]);
  const severe = useMemo(() => severeNotes(detail), [detail]);
  // A pane that scrolls must be reachable by keyboard.
  const scrolling = { tabIndex: 0 };
  return (
    <>
      <section className={paperStyles.scroller} ref={scroller} aria-label={words.document.paper} {...scrolling}>
        <div className={styles.pages} style={{ ['--zoom' as string]: zoom }}>
          {sheets.map((sheet) => (
            <section key={sheet.number} data-wide={sheet.page.width > sheet.page.height || undefined}>
              <p className={styles.number} aria-hidden>
                {formatNumber(sheet.number, language)} / {formatNumber(pages.length, language)}
              </p>
              <PageSheet
                documentId={id}
                {...sheet}
                pages={pages.length}
                noteIds={notes.get(sheet.number)}
                onPick={onPick}
                onText={onText}
              />
            </section>
          ))}
        </div>
      </section>
      <EdgeMap spots={spots} severe={severe} chosen={chosen} onPick={onPick} />
    </>
  );
}
