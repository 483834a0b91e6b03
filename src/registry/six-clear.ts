import type { DueKind } from '../values/due.ts';

/** "6 rõ": what every piece of work must say. Người, việc, trách nhiệm, sản phẩm, thời gian, thẩm quyền. */
export const sixClear = ['person', 'work', 'responsibility', 'product', 'time', 'authority'] as const;
export type Clear = (typeof sixClear)[number];

/** What of a duty, and of the sentences it comes from, says the six. */
export type SaidOfDuty = {
  kind: 'assigned' | 'step' | 'part' | 'report';
  stage: string;
  officer: boolean;
  content: string | null;
  product: string | null;
  authority: string | null;
  due: string | null;
  waitsFor: string | null;
  origins: readonly SaidOfOrigin[];
};

export type SaidOfOrigin = {
  findingKind: 'target' | 'task';
  quote: string;
  product: string | null;
  /** Of a task. */
  dueKind: DueKind | null;
  /** Whether an agency is named to monitor it. */
  monitored: boolean;
};

/** "Quyết định của UBND tỉnh", "trình Bộ Chính trị": a product that says who decides on it. */
const namesDecider = /(?<!\p{L})(?:trình|phê duyệt|ban hành|thông qua|quyết định của|ký)(?!\p{L})/iu;

const says = (text: string | null): boolean => text !== null && text.trim() !== '';

/** The state of something that is done always, or again and again, is a time, too. */
const timedKinds: readonly (DueKind | null)[] = ['by', 'during', 'ongoing', 'recurring', 'conditional', 'reference'];

const clear: Record<Clear, (duty: SaidOfDuty) => boolean> = {
  person: ({ officer }) => officer,
  work: ({ content, origins }) => says(content) || origins.some(({ quote }) => says(quote)),
  // Nobody answers for what was given back.
  responsibility: ({ stage }) => stage !== 'returned',
  // What a target is to reach is what it is to bring.
  product: ({ kind, product, origins }) =>
    says(product) || (kind === 'assigned' && origins.some((one) => one.findingKind === 'target' || says(one.product))),
  time: ({ kind, due, waitsFor, origins }) =>
    due !== null ||
    says(waitsFor) ||
    (kind === 'assigned' && origins.some(({ dueKind }) => timedKinds.includes(dueKind))),
  // Whoever handed down a step or part decides on it.
  authority: ({ kind, authority, product, origins }) =>
    kind !== 'assigned' ||
    says(authority) ||
    namesDecider.test(product ?? '') ||
    origins.some((one) => one.monitored || namesDecider.test(one.product ?? '')),
};

/** A report's regime says all of them. */
export const missingOf = (duty: SaidOfDuty): Clear[] =>
  duty.kind === 'report' ? [] : sixClear.filter((one) => !clear[one](duty));
