import type { DocumentHeader, Target, Task } from '../../values/finding.ts';

/** Findings before they are weighed. */
export type FoundTarget = Omit<Target, 'confidence'>;
export type FoundTask = Omit<Task, 'confidence'>;
export type Found = { document: DocumentHeader; targets: FoundTarget[]; tasks: FoundTask[] };
