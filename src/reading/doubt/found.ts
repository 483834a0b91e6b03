import type { OwnHeader, PastFigure, Target, Task } from '../../values/finding.ts';
import type { Span } from '../../values/span.ts';
import type { Passage } from '../text/outline.ts';

/** Findings before they are weighed. */
export type FoundTarget = Omit<Target, 'confidence'>;
export type FoundTask = Omit<Task, 'confidence'>;

/** One document of a file; the spans of all of them are the whole text. */
export type FoundDocument = {
  header: OwnHeader;
  targets: FoundTarget[];
  figures: PastFigure[];
  tasks: FoundTask[];
  passages: Passage[];
  span: Span;
};
