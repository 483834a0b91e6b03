import type { Appendix, Enclosure, Node, Paragraph, Row, Sample, Table } from './form.ts';
import { asScanned, cellParagraphs, withoutMarks } from './form.ts';

export interface Span {
  start: number;
  end: number;
}
/** Where the passages and cells came to stand in the text form, in UTF-16 units. */
export interface Made {
  text: string;
  paragraphs: Map<Paragraph, Span>;
  cells: Map<Row, Span[]>;
}

export function makeText(sample: Sample, nodes: Node[]): Made {
  const writer = new Writer(sample);
  for (const node of nodes) writer.node(node);
  return { text: `${writer.out.trimEnd()}\n`, paragraphs: writer.paragraphs, cells: writer.cells };
}

class Writer {
  out = '';
  readonly paragraphs = new Map<Paragraph, Span>();
  readonly cells = new Map<Row, Span[]>();
  private count = 0;
  private readonly sample: Sample;

  constructor(sample: Sample) {
    this.sample = sample;
  }

  private get isMarkdown(): boolean {
    return this.sample.layout === 'markdown';
  }

  node(node: Node): void {
    if (node.kind === 'heading') this.block(this.isMarkdown ? asScanned(node.raw) : withoutMarks(asScanned(node.raw)));
    else if (node.kind === 'paragraph') this.paragraph(node);
    else if (node.kind === 'table') this.table(node);
    else if (node.kind === 'appendix') this.appendix(node);
    else if (node.kind === 'enclosure') this.enclosure(node);
    else if (node.kind === 'head') this.head();
    else if (node.kind === 'title') this.title();
    else if (node.kind === 'sign') this.sign();
    else this.out += '\n';
  }

  /** Exports leave a blank line now and then, scans after every passage. */
  private block(text: string): Span {
    const start = this.out.length;
    this.out += text;
    const end = this.out.length;
    this.count += 1;
    this.out += this.isMarkdown || this.count % 3 === 0 ? '\n\n' : '\n';
    return { start, end };
  }

  private paragraph(node: Paragraph): void {
    const text = this.isMarkdown ? asScanned(node.raw) : withoutMarks(asScanned(node.raw));
    this.paragraphs.set(node, this.block(node.decomposed ? text.normalize('NFD') : text));
  }

  private head(): void {
    const { head } = this.sample;
    if (!head.inText) return;
    if (this.sample.layout === 'export') {
      this.out += `\t${head.issuer.replace(' // ', '\n')}\n\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n`;
      this.out += `\t${head.number}\n\t${head.placeAndDate}\n\n`;
    } else if (this.sample.form === 'party') {
      this.out += `${head.issuer}\n*\n${head.number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n${head.placeAndDate}\n\n`;
    } else this.out += `\n\n${head.number}\n\n${head.placeAndDate}\n\n`;
  }

  private title(): void {
    const { kind, subject, inText } = this.sample.title;
    const lines = subject.split('//').map((line) => line.trim());
    if (inText !== undefined) this.out += `${inText}\n\n`;
    else if (this.isMarkdown) this.out += `**${kind}**\n\n**${lines.join(' ')}**\n\n`;
    else if (this.sample.form === 'party') this.out += ` ${kind} \n${lines.join(' \n\n')}\n\n-----\n\n`;
    else this.out += ` ${kind}\n\n${lines.join('\n')}\n\n`;
  }

  private enclosure(node: Enclosure): void {
    this.out += `\n\n${node.type}\n${node.title.replaceAll(' // ', '\n')}\n\n${node.attached.replaceAll(' // ', '\n\n')}\n\n`;
  }

  private appendix(node: Appendix): void {
    this.out += `\n\n${node.label}\n\n${node.title.replaceAll(' // ', '\n')}\n\n${node.attached.replaceAll(' // ', '\n\n')}\n\n`;
  }

  private table(table: Table): void {
    for (const row of table.rows) {
      const spans: Span[] = [];
      const cells =
        row.kind === 'group' && !table.merged
          ? table.roles.map((_, at) => row.cells[at] ?? '')
          : row.cells.filter((cell) => cell !== '<');
      cells.forEach((cell, at) => {
        const isTyped = table.numbering === 'through' && at === 0 && cell !== '' && row.kind === 'row';
        this.out += '\t';
        const start = this.out.length;
        const text = cellParagraphs(asScanned(cell)).join('\n\n');
        this.out += text;
        spans.push({ start, end: start + text.trimEnd().length });
        this.out += isTyped ? ' \n' : '\n';
      });
      this.cells.set(row, spans);
      this.out += '\n';
    }
  }

  private sign(): void {
    const { sign, layout, form } = { ...this.sample };
    if (this.isMarkdown) {
      this.out += `**${asScanned('{Nơi nhận|Noi nhận}')}:**\n\n${sign.recipients.join('\n')}\n\n`;
      this.out += `**${sign.lines.join('  \n')}**\n\n\n\n**${sign.name}**\n`;
    } else if (form === 'party') {
      const indent = ' '.repeat(6);
      this.out += `\t  Nơi nhận:\n\n${' '.repeat(11)}\n\n${sign.recipients.join('\n\n')}\n\t\n`;
      this.out += `\t${indent}${sign.lines.join(`\n${indent}`)}\n\n(Đã ký)\n    ${sign.name}\n`;
    } else if (layout === 'export' && sign.recipientsInText) {
      this.out += `\n\tNơi nhận:\n${sign.recipients.join('\n')}\n\t${sign.lines.join('\n')}\n\n\n\n${sign.name}\n\n`;
    } else this.out += `\t\n\t${sign.lines.join('\n')}\n${sign.name}\n\n`;
  }
}
