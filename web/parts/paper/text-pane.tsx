import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-700-italic.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import '@fontsource/tinos/vietnamese-700.css';
import '@fontsource/tinos/vietnamese-700-italic.css';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { useWords } from '../../words/words.ts';
import { EdgeMap } from './edge-map.tsx';
import { severeNotes } from './marks.ts';
import styles from './paper.module.css';
import type { PaneProps } from './paper.tsx';
import { BlocksOnPaper } from './paper-blocks.tsx';
import { spotsInText } from './spots.ts';
import { useChosenMark } from './use-chosen-mark.ts';

const chunkSize = 24;

/** Province offices keep Markdown in .txt files too. */
const markedText: ReadonlySet<string> = new Set(['md', 'txt']);

/** The document's text, set as on paper. */
export function TextPane({ detail, marks, chosen, onPick, shown }: PaneProps) {
  const words = useWords();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLElement>(null);
  useChosenMark(scroller, chosen, marks, shown);
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
  const spots = useMemo(() => spotsInText(marks, detail.text.length), [marks, detail.text.length]);
  const severe = useMemo(() => severeNotes(detail), [detail]);
  // A pane that scrolls must be reachable by keyboard.
  const scrolling = { tabIndex: 0 };
  return (
    <>
      <section className={styles.scroller} ref={scroller} aria-label={words.document.paper} {...scrolling}>
        <div className={styles.paper} lang="vi" data-format={detail.format}>
          {chunks.map((blocks) => (
            <BlocksOnPaper key={blocks[0]?.span.start} blocks={blocks} paper={paper} wide={wide} />
          ))}
        </div>
      </section>
      <EdgeMap spots={spots} severe={severe} chosen={chosen} onPick={onPick} />
    </>
  );
}
