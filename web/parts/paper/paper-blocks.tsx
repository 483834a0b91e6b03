import { type MouseEvent, memo, type ReactNode } from 'react';
import type { Block, Cell, Paragraph, Table } from '../../../src/values/block.ts';
import { overlaps, type Span } from '../../../src/values/span.ts';
import styles from './paper.module.css';
import { cutPieces, emphasisSigns, type Mark, type Piece, pickOf } from './pieces.ts';
import { shownAs } from './selection.ts';

/** `signs`: whether asterisks in the text are layout, as in Markdown. */
export type PaperText = { text: string; signs: boolean; marks: readonly Mark[]; onPick: (id: string) => void };

function PieceOfText({ piece, paper }: { piece: Piece; paper: PaperText }) {
  const words = paper.text.slice(piece.start, piece.end);
  if (piece.marks.length === 0) return words;
  const ids = piece.marks.map(({ id }) => id).join(' ');
  const pick = pickOf(piece);
  // White space between two findings is nothing to click on.
  if (!pick || words.trim() === '') return <span data-ids={ids}>{words}</span>;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Words were selected, not clicked on.
    if (window.getSelection()?.isCollapsed === false) return;
    paper.onPick(pick.id);
  };
  // Out of the tab order: the same findings are a list on the right, one key away each.
  return (
    <a
      href={`?muc=${pick.id}`}
      tabIndex={-1}
      draggable={false}
      data-ids={ids}
      data-kind={pick.kind}
      data-noted={piece.marks.some(({ kind }) => kind === 'note') || undefined}
      onClick={open}
    >
      {words}
    </a>
  );
}

function hiddenIn({ span, gaps = [] }: Paragraph, paper: PaperText): Span[] {
  // A gap begins with the line break, which stays as the white space between its neighbours.
  const headers = gaps.map(({ start, end }) => ({ start: start + 1, end }));
  return [...headers, ...(paper.signs ? emphasisSigns(paper.text, span) : [])];
}

function pieces({ span }: Paragraph, hidden: readonly Span[], paper: PaperText): ReactNode {
  return cutPieces(span, paper.marks, hidden).map((piece) => (
    <PieceOfText key={piece.start} piece={piece} paper={paper} />
  ));
}

const headingTags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function ParagraphOnPaper({ paragraph, paper }: { paragraph: Paragraph; paper: PaperText }) {
  const { marker, heading, bold, italic, align, level, pageBreak } = paragraph;
  const hidden = hiddenIn(paragraph, paper);
  const Tag = heading === undefined ? 'p' : (headingTags[heading - 1] ?? 'h6');
  return (
    <Tag
      className={styles.paragraph}
      {...shownAs(paragraph.span.start, hidden)}
      data-bold={bold}
      data-italic={italic}
      data-align={align}
      data-page={pageBreak}
      data-list={marker !== undefined || undefined}
      style={level ? { marginInlineStart: `${level * 1.6}em` } : undefined}
    >
      {marker !== undefined && (
        <span className={styles.marker} data-marker>
          {marker}{' '}
        </span>
      )}
      {pieces(paragraph, hidden, paper)}
    </Tag>
  );
}

function CellOnPaper({ cell, header, paper }: { cell: Cell; header: boolean; paper: PaperText }) {
  const Tag = header ? 'th' : 'td';
  return (
    <Tag colSpan={cell.columns} rowSpan={cell.rows} scope={header ? 'col' : undefined}>
      {cell.paragraphs.map((paragraph) => (
        <ParagraphOnPaper key={paragraph.span.start} paragraph={paragraph} paper={paper} />
      ))}
    </Tag>
  );
}

function TableOnPaper({ table, paper, wide }: { table: Table; paper: PaperText; wide: boolean }) {
  // On a phone the table scrolls sideways in its frame, which then must be reachable by keyboard.
  const scrolling = wide ? {} : { tabIndex: 0 };
  return (
    <div className={styles.tableFrame} {...scrolling}>
      <table className={styles.table} data-borderless={table.borderless}>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.span.start}>
              {row.cells.map((cell) => (
                <CellOnPaper key={cell.column} cell={cell} header={row.header === true} paper={paper} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Props = { blocks: readonly Block[]; paper: PaperText; wide: boolean };

/** Some blocks that follow each other; drawn by the browser only when they come near the window. */
export const BlocksOnPaper = memo(function BlocksOnPaper({ blocks, paper, wide }: Props) {
  return (
    <div className={styles.chunk}>
      {blocks.map((block) => {
        const here = { ...paper, marks: paper.marks.filter((mark) => overlaps(mark.span, block.span)) };
        return block.kind === 'table' ? (
          <TableOnPaper key={block.span.start} table={block} paper={here} wide={wide} />
        ) : (
          <ParagraphOnPaper key={block.span.start} paragraph={block} paper={here} />
        );
      })}
    </div>
  );
});
