import type { Mark, Node, Paragraph, Row, Sample, Table } from './form.ts';
import { asScanned, fold, splitBodies, withoutMarks } from './form.ts';
import { readSpec } from './parse.ts';
import type { Made, Span } from './text.ts';

type Field = string | number | boolean | null | string[] | Record<string, unknown> | undefined;
export interface Found {
  start: number;
  valueStart?: number;
  parent?: Found;
  fields: Record<string, Field>;
}

export function makeGold(sample: Sample, nodes: Node[], made: Made): Record<string, unknown> {
  const maker = new GoldMaker(sample, made);
  for (const node of nodes) {
    if (node.kind === 'paragraph') maker.paragraph(node);
    else if (node.kind === 'table') maker.table(node);
  }
  const order = (a: Found, b: Found) => a.start - b.start || (a.valueStart ?? 0) - (b.valueStart ?? 0);
  const targets = maker.targets.sort(order);
  const ids = new Map(targets.map((target, at) => [target, `t${at + 1}`]));
  const named = (target: Found) => ({
    id: ids.get(target),
    ...target.fields,
    ...(target.parent === undefined ? {} : { parentId: ids.get(target.parent) }),
  });
  return {
    source: `${sample.file}.txt`,
    document: documentOf(sample, nodes, made),
    targets: targets.map(named),
    tasks: maker.tasks.sort(order).map((task, at) => ({ id: `n${at + 1}`, ...task.fields })),
  };
}

function documentOf(sample: Sample, nodes: Node[], made: Made): Record<string, unknown> {
  const bases = nodes.filter((node) => node.kind === 'paragraph' && node.style === 'base' && node.counted);
  const { references, ...rest } = sample.gold;
  return {
    ...rest,
    legalBases: bases.map((node) => clause(node as Paragraph, made)),
    recipients: sample.sign.recipientsInText
      ? sample.sign.recipients.map((line) =>
          line
            .replace(/^\s*-\s*/, '')
            .trimEnd()
            .replace(/[;,.]$/, ''),
        )
      : [],
    references: references.map(([number, date]) => ({ number, date })),
  };
}

function clause(node: Paragraph, made: Made): string {
  const { start, end } = made.paragraphs.get(node) as Span;
  const text = made.text.slice(start, end).replace(/^\*+|\*+$/g, '');
  if (node.until === undefined) return text.replace(/[;.]$/, '');
  const last = text.indexOf(node.until);
  if (last < 0) throw new Error(`not found: ${node.until}`);
  return text.slice(0, last + node.until.length);
}

class GoldMaker {
  readonly targets: Found[] = [];
  readonly tasks: Found[] = [];
  private readonly sample: Sample;
  private readonly made: Made;

  constructor(sample: Sample, made: Made) {
    this.sample = sample;
    this.made = made;
  }

  /** Offsets are Unicode code points of the raw file. */
  private place(span: Span, prefix = ''): Record<string, Field> {
    const points = (end: number) => [...this.made.text.slice(0, end)].length;
    const quote = this.made.text.slice(span.start, span.end);
    return prefix === ''
      ? { quote, start: points(span.start), end: points(span.end) }
      : { valueQuote: quote, valueStart: points(span.start), valueEnd: points(span.end) };
  }

  paragraph(node: Paragraph): void {
    const span = this.made.paragraphs.get(node) as Span;
    this.marks(node.marks, span, {
      section: node.section,
      ordinal: /^\(/.test(node.raw) ? node.ordinal : null,
      listed: node.listed,
      agencies: [],
      decomposed: node.decomposed,
    });
    if (node.task === undefined) return;
    const whole = this.made.text.slice(span.start, span.end);
    const lead = /^[*#\s]*(?:\d+(?:\.\d+)*\.|[a-zđ]\)|[-+])?\s*/u.exec(whole)?.[0].length ?? 0;
    const tail = /[*\s]*$/.exec(whole)?.[0].length ?? 0;
    this.task(
      { start: span.start + lead, end: span.end - tail },
      {
        source: 'prose',
        section: node.section,
        group: node.group,
        ordinal: node.ordinal,
        ...node.task,
        productRaw: null,
      },
    );
  }

  private task(span: Span, fields: Record<string, Field>): void {
    const { source, ...rest } = fields;
    this.tasks.push({ start: span.start, fields: { source, ...this.place(span), ...rest } });
  }

  private marks(
    marks: Mark[],
    span: Span,
    where: { section: string[]; ordinal: string | null; listed: boolean; agencies: string[]; decomposed: boolean },
  ): void {
    const made: Found[] = [];
    let from = span.start;
    for (const mark of marks) {
      const words = asScanned(this.sample.layout === 'markdown' ? mark.quote : withoutMarks(mark.quote));
      const start = this.find(where.decomposed ? words.normalize('NFD') : words, from, span.end, mark.nth);
      from = start + words.length;
      const found: Found = {
        start,
        fields: {
          ...this.place({ start, end: start + (where.decomposed ? words.normalize('NFD') : words).length }),
          section: where.section,
          ordinal: where.ordinal,
          listed: where.listed,
          ...this.meaning(mark),
          agencies: where.agencies,
        },
      };
      if (mark.up !== undefined) found.parent = made[made.length - mark.up] as Found;
      if (mark.up !== undefined && found.parent === undefined) throw new Error(`no whole for ${mark.quote}`);
      made.push(found);
    }
    this.targets.push(...made);
  }

  private find(words: string, from: number, end: number, nth: number): number {
    const passage = this.made.text.slice(from, end);
    const first = passage.indexOf(words);
    if (first < 0) throw new Error(`${this.sample.file}: not found: ${words} in ${passage.slice(0, 200)}`);
    const second = passage.indexOf(words, first + 1);
    if (nth === 2) return from + second;
    if (second >= 0) throw new Error(`${this.sample.file}: found twice: ${words}`);
    return from + first;
  }

  private meaning(mark: Omit<Mark, 'quote' | 'nth' | 'up'>): Record<string, Field> {
    return {
      name: mark.name,
      variant: mark.variant,
      op: mark.op,
      value: mark.value,
      ...(mark.value2 === undefined ? {} : { value2: mark.value2 }),
      ...(mark.of === undefined ? {} : { of: mark.of }),
      unit: mark.unit,
      change: mark.change,
      base: mark.base,
      year: mark.year ?? this.sample.year,
      ...(mark.yearFrom === undefined ? {} : { yearFrom: mark.yearFrom }),
      tier: this.sample.tier,
    };
  }

  table(table: Table): void {
    const wholes = new Map<string, Found>();
    let inherited: string[] = [];
    for (const row of table.rows) {
      if (row.kind !== 'row') continue;
      const spans = this.made.cells.get(row) as Span[];
      const cell = (role: string) => row.cells[table.roles.indexOf(role as Table['roles'][number])] ?? '';
      const at = (role: string) => spans[table.roles.indexOf(role as Table['roles'][number])] as Span;
      if (table.roles.includes('task')) {
        this.workRow(row, table, cell, at('task'));
        continue;
      }
      const own = splitBodies(cell('agencies'));
      const agencies = own.length > 0 || row.ordinal !== null ? own : inherited;
      if (row.ordinal !== null) {
        inherited = own;
        wholes.clear();
      }
      if (table.roles.includes('target')) {
        this.marks(row.marks, at('target'), {
          section: row.section,
          ordinal: row.ordinal,
          listed: true,
          agencies,
          decomposed: false,
        });
      } else this.valueRow(row, cell, at, agencies, wholes);
    }
  }

  private workRow(row: Row, table: Table, cell: (role: string) => string, span: Span): void {
    const bodies = (role: string) => splitBodies(cell(role));
    const words = (role: string) => fold(asScanned(cell(role)).replaceAll('¦', '').replaceAll('//', ' ')) || null;
    this.task(span, {
      source: 'table',
      section: row.section,
      group: row.group,
      ordinal: row.ordinal,
      lead: bodies('lead'),
      coord: bodies('coord'),
      monitor: bodies('monitor'),
      timeRaw: words('time'),
      time: row.time,
      productRaw: words('product'),
      ...(table.roles.includes('funding') ? { fundingRaw: words('funding') } : {}),
      ...(table.roles.includes('note') ? { noteRaw: words('note') } : {}),
    });
    const agencies = [...new Set([...bodies('lead'), ...bodies('monitor')])];
    this.marks(row.marks, span, { section: row.section, ordinal: null, listed: false, agencies, decomposed: false });
  }

  private valueRow(
    row: Row,
    cell: (role: string) => string,
    at: (role: string) => Span,
    agencies: string[],
    wholes: Map<string, Found>,
  ): void {
    for (const role of ['national', 'value']) {
      if (cell(role) === '') continue;
      const spec = readSpec(row.note.get(role === 'national' ? 'nat' : 'val') ?? plainNumber(cell(role)));
      const unit = spec.op === 'text' ? null : (row.note.get('u') ?? spec.unit ?? fold(cell('unit')).toLowerCase());
      const mark = {
        ...spec,
        unit: unit === '' ? null : (unit?.replace('tỷ kwh', 'tỷ kWh').replace('mw', 'MW') ?? null),
        name: row.note.get('n') ?? fold(asScanned(cell('name'))).replace(/[.:]$/, ''),
        variant: row.note.get('v') ?? null,
        change: row.note.has('inc') ? 'increase' : row.note.has('dec') ? 'decrease' : 'level',
        base: null,
        ...(row.note.has('y') ? { year: Number(row.note.get('y')) } : {}),
        ...(row.note.has('from') ? { yearFrom: Number(row.note.get('from')) } : {}),
      } as const;
      const found: Found = {
        start: at('name').start,
        valueStart: at(role).start,
        fields: {
          ...this.place(at('name')),
          ...this.place(at(role), 'value'),
          section: row.section,
          ordinal: row.ordinal,
          listed: true,
          ...this.meaning(mark),
          agencies,
        },
      };
      if (role === 'national') found.fields.tier = 'national';
      const whole = wholes.get(role);
      if (row.ordinal === null && whole !== undefined) found.parent = whole;
      if (row.ordinal !== null) wholes.set(role, found);
      this.targets.push(found);
    }
  }
}

/** A cell that is nothing but a number in Vietnamese marks; every other cell must be annotated by hand. */
function plainNumber(cell: string): string {
  if (!/^\d{1,3}(?:\.\d{3})*(?:,\d+)?%?$|^\d+(?:,\d+)?%?$/.test(cell)) throw new Error(`not a plain number: ${cell}`);
  return `= ${cell.replace('%', '').replaceAll('.', '').replace(',', '.')}`;
}
