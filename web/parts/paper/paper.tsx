import { useCallback, useState } from 'react';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import { PagesPane } from './pages-pane.tsx';
import styles from './paper.module.css';
import type { Mark } from './pieces.ts';
import { TextPane } from './text-pane.tsx';
import { ViewBar, zooms } from './view-bar.tsx';

export type PaneProps = {
  detail: DocumentDetail;
  marks: Mark[];
  chosen: string | undefined;
  onPick: (id: string) => void;
  shown: boolean;
};

type Props = PaneProps & {
  /** Whether the text is wanted where the original pages could be shown. */
  asText: boolean;
  onAsText: (asText: boolean) => void;
};

/** The document as a person reads it: the pages of its file where it has some, or its text. */
export function Paper({ asText, onAsText, ...pane }: Props) {
  const [zoom, setZoom] = useState(0);
  const hasPages = pane.detail.pages.length > 0;
  const toText = useCallback(() => onAsText(true), [onAsText]);
  return (
    <div className={styles.pane} hidden={!pane.shown}>
      {hasPages && <ViewBar pages={!asText} onPages={(pages) => onAsText(!pages)} zoom={zoom} onZoom={setZoom} />}
      <div className={styles.body}>
        {hasPages && !asText ? <PagesPane {...pane} zoom={zooms[zoom] ?? 1} onText={toText} /> : <TextPane {...pane} />}
      </div>
    </div>
  );
}
