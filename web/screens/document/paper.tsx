import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-700-italic.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import '@fontsource/tinos/vietnamese-700.css';
import '@fontsource/tinos/vietnamese-700-italic.css';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import { useWords } from '../../words/words.ts';
import { EdgeMap } from './edge-map.tsx';
import styles from './paper.module.css';
import { BlocksOnPaper } from './paper-blocks.tsx';
import type { Mark } from './pieces.ts';
import { settle } from './settle.ts';

type Props = {
  detail: DocumentDetail;
  marks: Mark[];
  chosen: string | undefined;
  onPick: (id: string) => void;
  shown: boolean;
};

const chunkSize = 24;

/** Province offices keep Markdown in .txt files too. */
const markedText: ReadonlySet<string> = new Set(['md', 'txt']);

/** A good quarter below the pane's upper edge, so that what leads to the sentence is in sight too. */
const scrollToFirst = (element: Element, scroller: Element): (() => void) =>
  settle(() => {
    const box = scroller.getBoundingClientRect();
    const away = element.getBoundingClientRect().top - box.top - box.height * 0.28;
    if (Math.abs(away) > 2) scroller.scrollTop += away;
  });

/** The chosen finding is marked from outside React: 3,000 paragraphs need not be drawn again for it. */
function useChosenMark(chosen: string | undefined, marks: Mark[], shown: boolean) {
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    const pane = scroller.current;
    if (!pane || !chosen || !shown || !marks.some(({ id }) => id === chosen)) return;
    const pieces = [...pane.querySelectorAll(`[data-ids~="${CSS.escape(chosen)}"]`)];
    const kind = marks.find(({ id }) => id === chosen)?.kind ?? '';
    for (const piece of pieces) piece.setAttribute('data-chosen', kind);
    const stop = pieces[0] ? scrollToFirst(pieces[0], pane) : undefined;
    return () => {
      stop?.();
      for (const piece of pieces) piece.removeAttribute('data-chosen');
    };
  }, [chosen, marks, shown]);
  return scroller;
}

/** The document as a person reads it. */
export function Paper({ detail, marks, chosen, onPick, shown }: Props) {
  const words = useWords();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const scroller = useChosenMark(chosen, marks, shown);
  const paper = useMemo(
    () => ({ text: detail.text, signs: markedText.has(detail.format), marks, onPick }),
    [detail, marks, onPick],
  );
  const chunks = useMemo(
    () =>
      Array.from({ length: Math.ceil(detail.blocks.length / chunkSize) }, (_, i) =>
        detail.blocks.slice(i * chunkSize, (i + 1) * chunkSize),
      ),
    [detail.blocks],
  );
  // A pane that scrolls must be reachable by keyboard.
  const scrolling = { tabIndex: 0 };
  return (
    <div className={styles.pane} hidden={!shown}>
      <section className={styles.scroller} ref={scroller} aria-label={words.document.paper} {...scrolling}>
        <div className={styles.paper} lang="vi" data-format={detail.format}>
          {chunks.map((blocks) => (
            <BlocksOnPaper key={blocks[0]?.span.start} blocks={blocks} paper={paper} wide={wide} />
          ))}
        </div>
      </section>
      <EdgeMap marks={marks} length={detail.text.length} chosen={chosen} onPick={onPick} />
    </div>
  );
}
