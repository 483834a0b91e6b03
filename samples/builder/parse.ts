import type { Mark, Node, Paragraph, Role, Row, Table, TaskNote } from './form.ts';
import { asWritten, fold, splitBodies, withoutMarks } from './form.ts';

/**
 * The notation of `source/*.ts`, one thing a line:
 *   #n heading · a article · . paragraph · - + * bullets, numbered clauses · (1) items · b base · e other opening clause
 *   c centred · i note · !mode plain|targets|tasks · !head !title !sign !blank !appendix !enclosure !table
 *   h g r rows of the open table, cells divided by " | ", " // " a new paragraph in a cell, ¦ between two bodies
 *   @ quote | name | op value unit | options     a target in the line above
 *   = options                                    a target row's values that are not plain numbers
 *   ~ lead|coord|monitor|time …                  who does the task above and when; ~no: not a task
 *   ~until …                                     the last words of the opening clause above
 */
export function parse(lines: string[]): Node[] {
  const reader = new Reader();
  lines.forEach((line, at) => {
    try {
      if (line.trim() !== '') reader.line(line);
    } catch (cause) {
      throw new Error(`line ${at + 1}: ${line.slice(0, 80)}: ${(cause as Error).message}`);
    }
  });
  return reader.nodes;
}

class Reader {
  readonly nodes: Node[] = [];
  private stack: { level: number; label: string; words: string }[] = [];
  private clause: string | null = null;
  private mode = 'plain';
  private table: Table | undefined;
  private last: Paragraph | Row | undefined;

  line(line: string): void {
    const [, sign = '', rest = ''] = /^(\S+)\s?(.*)$/u.exec(line) ?? [];
    if (sign.startsWith('#') && /^#\d$/.test(sign)) this.heading(Number(sign[1]), rest);
    else if (sign.startsWith('!')) this.directive(sign.slice(1), rest);
    else if (sign === '@') this.lastOne().marks.push(readMark(rest));
    else if (sign === '=') (this.lastOne() as Row).note = readOptions(rest);
    else if (sign.startsWith('~')) this.note(sign.slice(1), rest);
    else if (sign === 'h' || sign === 'g' || sign === 'r') this.row(sign, rest);
    else this.paragraph(sign, rest, line);
  }

  private lastOne(): Paragraph | Row {
    if (this.last === undefined) throw new Error('nothing to annotate');
    return this.last;
  }

  private section = (): string[] => this.stack.map((entry) => entry.label);
  private group = (): string | null => this.stack.findLast((entry) => entry.words !== '')?.words ?? null;

  private push(level: number, label: string, words: string): void {
    this.stack = this.stack.filter((entry) => entry.level < level);
    this.stack.push({ level, label, words });
    this.clause = null;
  }

  private heading(level: number, raw: string): void {
    const { label, words } = numbered(withoutMarks(asWritten(raw)));
    this.push(level, label, words);
    this.nodes.push({ kind: 'heading', level, raw, label, words });
  }

  private directive(name: string, rest: string): void {
    if (name === 'mode') this.mode = rest;
    else if (name === 'table') this.openTable(rest);
    else if (name === 'appendix') this.appendix(rest);
    else if (name === 'enclosure') {
      const [type = '', title = '', attached = ''] = rest.split(' | ');
      this.stack = [];
      this.nodes.push({ kind: 'enclosure', type, title, attached });
    } else if (name === 'head' || name === 'title' || name === 'sign' || name === 'blank')
      this.nodes.push({ kind: name });
    else throw new Error(`unknown directive ${name}`);
  }

  private appendix(rest: string): void {
    const [label = '', title = '', attached = '', page = ''] = rest.split(' | ');
    this.stack = [];
    this.push(0, label, fold(title.replaceAll('//', ' ')));
    this.nodes.push({ kind: 'appendix', label, title, attached, landscape: page === 'landscape' });
  }

  private openTable(rest: string): void {
    const [roles = '', widths = '', merged, numbering] = rest.split(' ');
    this.table = {
      kind: 'table',
      roles: roles.split(',') as Role[],
      widths: widths.split(',').map(Number),
      merged: merged === 'merged',
      numbering: numbering === 'restart' || numbering === 'through' ? numbering : 'typed',
      rows: [],
    };
    this.nodes.push(this.table);
  }

  private row(sign: 'h' | 'g' | 'r', rest: string): void {
    if (this.table === undefined) throw new Error('a row outside a table');
    const cells = `${rest} `.split(/ \|(?= )/).map((cell) => cell.trim());
    const ordinal = cells[0]?.replace(/\.$/, '') ?? '';
    if (sign === 'g') this.push(5, ordinal, fold(cells[1] ?? ''));
    const row: Row = {
      kind: sign === 'h' ? 'head' : sign === 'g' ? 'group' : 'row',
      cells,
      section: this.section(),
      group: this.group(),
      ordinal: ordinal === '' ? null : ordinal,
      marks: [],
      note: new Map(),
      time: { kind: 'none' },
    };
    const timeAt = this.table.roles.indexOf('time');
    const [raw, meaning] = (cells[timeAt] ?? '').split(' => ');
    if (sign === 'r' && timeAt >= 0 && raw !== undefined && raw !== '') {
      cells[timeAt] = raw;
      row.time = readTime(fold(raw), meaning);
    }
    if (sign !== 'g' && cells.length !== this.table.roles.length) throw new Error(`${cells.length} cells`);
    this.table.rows.push(row);
    this.last = row;
  }

  private paragraph(sign: string, rest: string, line: string): void {
    const plain = sign === '.' || sign === '*' || 'abceid'.includes(sign);
    const raw = plain ? rest : line;
    const decomposed = sign === 'd';
    const ordinal =
      sign === '*' || sign.startsWith('(') ? numbered(withoutMarks(raw)).label.replace(/[()]/g, '') : null;
    if (sign === 'a') this.push(1, numbered(withoutMarks(raw)).label, '');
    const section = this.section();
    if (sign === '*' && ordinal !== null) {
      if (/^\d/.test(ordinal)) this.clause = ordinal;
      else if (this.clause !== null) section.push(this.clause);
    }
    const isWork = this.mode === 'tasks' && !'abcei'.includes(sign);
    const node: Paragraph = {
      kind: 'paragraph',
      style:
        sign === 'b' || sign === 'e'
          ? 'base'
          : sign === 'c'
            ? 'centre'
            : sign === 'i'
              ? 'note'
              : sign === 'a'
                ? 'article'
                : 'body',
      raw,
      section,
      group: this.group(),
      ordinal: ordinal === '' ? null : ordinal,
      counted: sign === 'b',
      listed: this.mode === 'targets',
      task: isWork ? noTask() : undefined,
      marks: [],
      decomposed,
    };
    this.nodes.push(node);
    this.last = node;
  }

  private note(key: string, rest: string): void {
    const node = this.last;
    if (node === undefined || !('raw' in node)) throw new Error('a note on nothing');
    if (key === 'until') node.until = rest;
    else if (key === 'no') node.task = undefined;
    else if (node.task === undefined) throw new Error('a note on what is no task');
    else if (key === 'lead' || key === 'coord' || key === 'monitor') node.task[key] = splitBodies(rest);
    else if (key === 'time') {
      const [raw = '', meaning] = rest.split(' => ');
      node.task.timeRaw = raw;
      node.task.time = readTime(raw, meaning);
    } else throw new Error(`unknown note ${key}`);
  }
}

const noTask = (): TaskNote => ({ lead: [], coord: [], monitor: [], timeRaw: null, time: { kind: 'none' } });

/** "2.1. Words:" to its label and its words. */
function numbered(text: string): { label: string; words: string } {
  const found = /^\s*(Điều \d+|\(\d+\)|[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)-]?-?\s*(.*)$/u.exec(text);
  const words = fold(found?.[2] ?? text).replace(/\s*:$/, '');
  return { label: found?.[1] ?? words, words };
}

function readOptions(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const option of text.split(/;\s+/)) {
    if (option === '') continue;
    const cut = option.indexOf('=');
    if (cut < 0 || /^(?:nat|val)$/.test(option)) options.set(option.trim(), '');
    else options.set(option.slice(0, cut).trim(), option.slice(cut + 1).trim());
  }
  return options;
}

function readMark(text: string): Mark {
  const [quote = '', name = '', spec = '', rest = ''] = text.split(' | ');
  const options = readOptions(rest);
  const mark: Mark = {
    quote: quote.trim(),
    name: name.trim(),
    variant: options.get('v') ?? null,
    ...readSpec(spec.trim()),
    change: options.has('inc') ? 'increase' : options.has('dec') ? 'decrease' : 'level',
    base: options.get('base') ?? null,
    nth: Number(options.get('nth') ?? 1),
  };
  for (const key of options.keys()) {
    if (!['v', 'inc', 'dec', 'base', 'nth', 'y', 'from', 'up'].includes(key)) throw new Error(`option ${key}`);
  }
  if (options.has('y')) mark.year = Number(options.get('y'));
  if (options.has('from')) mark.yearFrom = Number(options.get('from'));
  if (options.has('up')) mark.up = Number(options.get('up') || 1);
  return mark;
}

/** "range 13 14 %", "= 8/8 huyện", ">= 90 %", "text". */
export function readSpec(spec: string): Pick<Mark, 'op' | 'value' | 'unit'> & { value2?: number; of?: number } {
  if (spec === 'text') return { op: 'text', value: null, unit: null };
  const [op = '', first = '', ...others] = spec.split(' ');
  if (!['=', '>=', '>', '<=', '<', '~', 'range'].includes(op)) throw new Error(`comparison ${op}`);
  const [value, of] = first.split('/').map(Number);
  if (value === undefined || Number.isNaN(value)) throw new Error(`value ${first}`);
  const value2 = op === 'range' ? Number(others.shift()) : undefined;
  return {
    op,
    value,
    ...(value2 === undefined ? {} : { value2 }),
    ...(of === undefined ? {} : { of }),
    unit: others.join(' ') || null,
  };
}

function readTime(raw: string, meaning: string | undefined): Record<string, string> {
  const [kind = '', first = '', second = ''] = (meaning ?? '').split(' ');
  if (kind === 'by') return { kind, to: first };
  if (kind === 'during') return { kind, from: `${first}-01-01`, to: `${second || first}-12-31` };
  if (kind === 'ongoing') return { kind };
  if (kind === 'recurring') return { kind, every: first };
  if (kind === 'conditional' || kind === 'reference') return { kind, condition: raw };
  throw new Error(`time ${raw} has no meaning`);
}
