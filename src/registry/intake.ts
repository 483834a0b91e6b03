import type { Due } from '../values/due.ts';
import type { DocumentHeader, PastFigure, Reading, Target, Task } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import { Refusal } from '../values/refusal.ts';
import { type SearchText, searchText } from '../values/search-text.ts';
import type { Span } from '../values/span.ts';
import { agencyKey } from './agency.ts';
import type { AgencyMatch } from './match-agency.ts';
import { type AssignmentRole, assignmentRoles } from './task.ts';

/** A body as a finding names it. A target's bodies have the one role "named". */
export type NamedAgency = {
  role: AssignmentRole | 'named';
  name: string;
  key: string;
  /** Whom the register knows by that name; null where nobody, or nobody has looked. */
  match: AgencyMatch | null;
};

export type TargetEntry = SearchText & {
  target: Target;
  quote: string;
  valueQuote: string | null;
  agencies: NamedAgency[];
  noted: boolean;
};

export type TaskEntry = SearchText & {
  task: Task;
  quote: string;
  agencies: NamedAgency[];
  /** The years its time falls in or spans. */
  years: { from: number; to: number } | null;
  noted: boolean;
};

export type FigureEntry = { figure: PastFigure; quote: string; valueQuote: string | null };

/** A document as it goes into the register. */
export type Intake = {
  header: DocumentHeader;
  targets: TargetEntry[];
  figures: FigureEntry[];
  tasks: TaskEntry[];
  notes: Note[];
};

/** Refuses a document in which there is nothing to keep: no target, no task, and neither number nor issuer of an official text. */
export function takeIn(reading: Reading, text: string, fileName: string): Intake {
  const { document: header, targets, figures, tasks, notes } = reading;
  if (targets.length === 0 && tasks.length === 0 && header.number === null && header.issuer === null)
    throw new Refusal('fileNothingFound', { name: fileName });
  const noted = new Set(notes.map(({ findingId }) => findingId));
  return {
    header,
    targets: targets.map((target) => ({ ...targetEntry(target, text), noted: noted.has(target.id) })),
    figures: figures.map((figure) => ({
      figure,
      quote: quoteOf(text, figure.span),
      valueQuote: figure.valueSpan && quoteOf(text, figure.valueSpan),
    })),
    tasks: tasks.map((task) => ({ ...taskEntry(task, text), noted: noted.has(task.id) })),
    notes,
  };
}

const quoteOf = (text: string, span: Span): string => text.slice(span.start, span.end);

const named = (role: NamedAgency['role'], names: readonly string[]): NamedAgency[] =>
  names.map((name) => ({ role, name, key: agencyKey(name), match: null }));

export function targetEntry(target: Target, text: string): Omit<TargetEntry, 'noted'> {
  const quote = quoteOf(text, target.span);
  return {
    target,
    quote,
    valueQuote: target.valueSpan && quoteOf(text, target.valueSpan),
    agencies: named('named', target.agencies),
    ...searchText([target.name, target.variant, quote]),
  };
}

export function taskEntry(task: Task, text: string): Omit<TaskEntry, 'noted'> {
  const quote = quoteOf(text, task.span);
  return {
    task,
    quote,
    agencies: assignmentRoles.flatMap((role) => named(role, task[role])),
    years: yearsOf(task.time),
    ...searchText([quote, task.productRaw]),
  };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

function yearsOf(due: Due): TaskEntry['years'] {
  if (due.kind === 'by') return { from: yearOf(due.to), to: yearOf(due.to) };
  return due.kind === 'during' ? { from: yearOf(due.from), to: yearOf(due.to) } : null;
}
