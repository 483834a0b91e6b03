import { Button } from '@mantine/core';
import { type MouseEvent, memo, useState } from 'react';
import { addressOf } from '../../../src/api/client.ts';
import { getDocumentPage, pageWidths } from '../../../src/api/documents.ts';
import type { Page } from '../../../src/values/block.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { areaPath, barPath, linePath, type Shape } from './boxes.ts';
import styles from './pages.module.css';
import type { MarkKind } from './pieces.ts';

export type SheetProps = {
  documentId: string;
  page: Page;
  /** From 1. */
  number: number;
  pages: number;
  shapes: readonly Shape[];
  /** Of the notes on the page as a whole, separated by blanks. */
  noteIds: string | undefined;
  onPick: (id: string) => void;
  onText: () => void;
};

const words = {
  target: 'targets',
  figure: 'figures',
  task: 'tasks',
  reference: 'references',
  note: 'notes',
  fact: 'facts',
} as const;

const nameLength = 120;

function ShapeOnPage({ shape, first, onPick }: { shape: Shape; first: boolean } & Pick<SheetProps, 'onPick'>) {
  const { words: shown } = useWording();
  const { id, kind, boxes, noted, open } = shape;
  const paths = (
    <>
      <path className={styles.area} d={areaPath(boxes)} />
      {open && <path className={styles.line} d={linePath(boxes)} />}
      {noted && <path className={styles.noted} d={barPath(boxes)} />}
    </>
  );
  if (!open)
    return (
      <g data-ids={id} data-kind={kind}>
        {paths}
      </g>
    );
  const pick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onPick(id);
  };
  const name = shape.words.length > nameLength ? `${shape.words.slice(0, nameLength)}…` : shape.words;
  // One stop of the Tab key for each page; arrows walk on from there.
  return (
    <a
      href={`?muc=${id}`}
      tabIndex={first ? 0 : -1}
      aria-label={`${shown.document[words[kind satisfies MarkKind]]}: ${name}`}
      data-ids={id}
      data-kind={kind}
      onClick={pick}
    >
      {paths}
    </a>
  );
}

/** One page of the original file with the findings drawn over it. The picture is fetched when it comes near the window. */
export const PageSheet = memo(function PageSheet(props: SheetProps) {
  const { documentId, page, number, pages, shapes, noteIds, onPick, onText } = props;
  const { words: shown, language } = useWording();
  const [failed, setFailed] = useState(false);
  const name = shown.document.page(formatNumber(number, language), formatNumber(pages, language));
  const address = (width: (typeof pageWidths)[number]) =>
    addressOf(getDocumentPage, { params: { id: documentId, page: number }, query: { width } });
  const firstOpen = shapes.find(({ open }) => open);
  return (
    <div
      className={`${styles.sheet} on-white`}
      data-ids={noteIds}
      style={{
        aspectRatio: `${page.width} / ${page.height}`,
        ['--points' as string]: page.width,
        ['--ratio' as string]: page.width / page.height,
      }}
    >
      {failed ? (
        <div className={styles.failed}>
          <p>{shown.document.pageNotDrawn}</p>
          <Button variant="default" onClick={onText}>
            {shown.document.toText}
          </Button>
        </div>
      ) : (
        <img
          alt={name}
          loading="lazy"
          decoding="async"
          sizes="auto, 860px"
          srcSet={pageWidths.map((width) => `${address(width)} ${width}w`).join(', ')}
          src={address('1240')}
          onError={() => setFailed(true)}
        />
      )}
      <svg viewBox={`0 0 ${page.width} ${page.height}`} preserveAspectRatio="none" role="presentation">
        {shapes.map((shape) => (
          <ShapeOnPage key={shape.id} shape={shape} first={shape === firstOpen} onPick={onPick} />
        ))}
      </svg>
    </div>
  );
});
