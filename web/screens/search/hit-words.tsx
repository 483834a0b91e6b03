import type { SearchHit } from '../../../src/registry/search.ts';
import type { SnippetPiece } from '../../../src/values/snippet.ts';
import type { Words } from '../../words/vi.ts';
import styles from './search.module.css';

/** "Kế hoạch 21/KH-UBND" */
export const documentName = ({ document }: SearchHit, words: Words): string | null =>
  document && [words.kinds[document.kind], document.number ?? document.title].filter(Boolean).join(' ');

/** What a hit is called in one line, as plain words. */
export function nameOfHit(hit: SearchHit, words: Words): string {
  const said = hit.pieces.map(({ text }) => text).join('');
  if (hit.kind === 'document') return [documentName(hit, words), said].filter(Boolean).join(': ');
  return hit.title ?? (said || words.search.kinds[hit.kind]);
}

/** The words that were found, those looked for marked. */
export function Pieces({ pieces }: { pieces: readonly SnippetPiece[] }) {
  let at = 0;
  return (
    <>
      {pieces.map(({ text, hit }) => {
        at += text.length;
        return hit ? (
          <mark key={at} className={styles.hit}>
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </>
  );
}
