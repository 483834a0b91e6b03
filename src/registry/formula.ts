import { blank, type FigureValue } from './figure.ts';

/**
 * How a derived indicator follows from others: "{gia-tri-san-xuat} / {dan-so|thành thị} * 1000". Read by a grammar of its own,
 * never run as a program.
 *
 *   sum     = product (("+" | "-") product)*
 *   product = signed (("*" | "/") signed)*
 *   signed  = "-" signed | number | reference | "(" sum ")"
 */

/** Whose figure: without a line it is the line that is being computed, "{dan-so|}" is the whole. */
export type Reference = { indicatorId: string; line: string | null };
type Operator = '+' | '-' | '*' | '/';
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'reference'; of: Reference }
  | { kind: 'negative'; of: Formula }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula };

/** Where it cannot be read, and what stands there. */
export type FormulaFault = { at: number; found: string };

type Token = { at: number; text: string };

const token = /\s*(?:(\{[^{}]*\})|(\d+(?:[.,]\d+)?)|([-+*/()−×:]))/uy;
const sameSign: Record<string, string> = { '−': '-', '×': '*', ':': '/' };

function tokensOf(text: string): Token[] | FormulaFault {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const from = token.lastIndex;
    const found = token.exec(text);
    if (!found) {
      const at = from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0);
      return { at, found: text.slice(at, at + 12) };
    }
    const read = found[0].trim();
    tokens.push({ at: token.lastIndex - read.length, text: sameSign[read] ?? read });
  }
  return tokens;
}

/** So deep as people write: a text of ten thousand brackets must not end the program. */
const deepest = 50;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Formula | FormulaFault {
    const read = this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#signed()));
    return 'found' in read || this.#next === this.#tokens.length ? read : this.#fault();
  }

  #peek = (): string => this.#tokens[this.#next]?.text ?? '';

  #fault = (): FormulaFault => ({ at: this.#tokens[this.#next]?.at ?? this.#end, found: this.#peek() });

  #chain(operators: readonly string[], part: () => Formula | FormulaFault): Formula | FormulaFault {
    let left = part();
    while (!('found' in left) && operators.includes(this.#peek())) {
      const operator = this.#peek() as Operator;
      this.#next += 1;
      const right = part();
      if ('found' in right) return right;
      left = { kind: 'operation', operator, left, right };
    }
    return left;
  }

  #signed(): Formula | FormulaFault {
    if (this.#depth >= deepest) return this.#fault();
    this.#depth += 1;
    const read = this.#primary();
    this.#depth -= 1;
    return read;
  }

  #primary(): Formula | FormulaFault {
    const text = this.#peek();
    if (text === '-') {
      this.#next += 1;
      const of = this.#signed();
      return 'found' in of ? of : { kind: 'negative', of };
    }
    if (text === '(') return this.#bracket();
    const leaf = leafOf(text);
    if (!leaf) return this.#fault();
    this.#next += 1;
    return leaf;
  }

  #bracket(): Formula | FormulaFault {
    this.#next += 1;
    const inner = this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#signed()));
    if ('found' in inner) return inner;
    if (this.#peek() !== ')') return this.#fault();
    this.#next += 1;
    return inner;
  }
}

function leafOf(text: string): Formula | undefined {
  if (/^\d/u.test(text)) return { kind: 'number', value: Number(text.replace(',', '.')) };
  const [indicatorId = '', line] = /^\{(.*)\}$/u.exec(text)?.[1]?.split('|') ?? [];
  if (indicatorId.trim() === '') return undefined;
  return { kind: 'reference', of: { indicatorId: indicatorId.trim(), line: line === undefined ? null : line.trim() } };
}

export function parseFormula(text: string): Formula | FormulaFault {
  const tokens = tokensOf(text);
  return 'found' in tokens ? tokens : new Parser(tokens, text.length).whole();
}

export const isFault = (read: Formula | FormulaFault): read is FormulaFault => 'found' in read;

/** All that it follows from, each once. */
export function referencesOf(formula: Formula): Reference[] {
  const found = new Map<string, Reference>();
  const walk = (node: Formula): void => {
    if (node.kind === 'reference') found.set(`${node.of.indicatorId}\t${node.of.line}`, node.of);
    if (node.kind === 'negative') walk(node.of);
    if (node.kind === 'operation') for (const side of [node.left, node.right]) walk(side);
  };
  walk(formula);
  return [...found.values()];
}

const number = (value: number): FigureValue => (Number.isFinite(value) ? { value, missing: null } : blank);

const operations: Record<Operator, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

/** What is not known makes the result unknown: a blank stays blank, then "not yet", then "not applicable"; so does a division by zero. */
const weightOf = ({ value, missing }: FigureValue): number => {
  if (value !== null) return 0;
  if (missing === null) return 3;
  return missing === 'notYet' ? 2 : 1;
};

export function evaluate(formula: Formula, figureOf: (of: Reference) => FigureValue): FigureValue {
  switch (formula.kind) {
    case 'number':
      return number(formula.value);
    case 'reference':
      return figureOf(formula.of);
    case 'negative': {
      const of = evaluate(formula.of, figureOf);
      return of.value === null ? of : number(-of.value);
    }
    case 'operation': {
      const [left, right] = [evaluate(formula.left, figureOf), evaluate(formula.right, figureOf)];
      if (left.value === null || right.value === null) return weightOf(left) >= weightOf(right) ? left : right;
      const value = operations[formula.operator](left.value, right.value);
      // 0.1 + 0.2 is 0.3.
      return number(Number(value.toPrecision(14)));
    }
  }
}

/** Indicators that follow from each other in a circle, in its order; undefined where there is none. */
export function circleIn(formulas: ReadonlyMap<string, Formula>): string[] | undefined {
  const done = new Set<string>();
  const walk = (id: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(id)) return [...above.slice(above.indexOf(id)), id];
    const formula = formulas.get(id);
    if (!formula || done.has(id)) return undefined;
    for (const { indicatorId } of referencesOf(formula)) {
      const circle = walk(indicatorId, [...above, id]);
      if (circle) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of formulas.keys()) {
    const circle = walk(id, []);
    if (circle) return circle;
  }
  return undefined;
}
