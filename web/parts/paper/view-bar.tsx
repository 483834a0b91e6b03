import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { formatPercent } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './pages.module.css';

export const zooms = [1, 1.5, 2, 3] as const;

type Props = {
  pages: boolean;
  onPages: (pages: boolean) => void;
  /** Index in `zooms`. */
  zoom: number;
  onZoom: (zoom: number) => void;
};

/** Original pages or text, and how large the pages are. */
export function ViewBar({ pages, onPages, zoom, onZoom }: Props) {
  const { words, language } = useWording();
  const { view, original, asText, zoomIn, zoomOut } = words.document;
  return (
    <div className={styles.bar}>
      <SegmentedControl
        size="xs"
        aria-label={view}
        value={pages ? 'pages' : 'text'}
        onChange={(value) => onPages(value === 'pages')}
        data={[
          { value: 'pages', label: original },
          { value: 'text', label: asText },
        ]}
      />
      {pages && (
        <div className={styles.zoom}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={zoomOut}
            title={zoomOut}
            disabled={zoom === 0}
            onClick={() => onZoom(zoom - 1)}
          >
            <IconZoomOut size={18} aria-hidden />
          </ActionIcon>
          <output>{formatPercent(zooms[zoom] ?? 1, language)}</output>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={zoomIn}
            title={zoomIn}
            disabled={zoom === zooms.length - 1}
            onClick={() => onZoom(zoom + 1)}
          >
            <IconZoomIn size={18} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
