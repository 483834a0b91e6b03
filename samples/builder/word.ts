import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  TextRun,
  Paragraph as WordParagraph,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { Enclosure, Heading, Node, Paragraph, Sample } from './form.ts';
import { asWritten, withoutMarks } from './form.ts';
import { frameHead, frameSign, frameTitle, rule } from './word-frame.ts';
import { centred, MILLIMETRE, numberingConfig, runs, styles } from './word-style.ts';
import { wordTable } from './word-table.ts';

/** The .docx in the legal form (NĐ 30/2020, Phụ lục I; Party: HD 36-HD/VPTW), byte for byte the same at every build. */
export async function makeWord(sample: Sample, nodes: Node[]): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Tiến Độ',
    title: `${sample.title.kind} ${sample.title.subject.replaceAll(' // ', ' ')}`,
    styles: styles(sample.form),
    numbering: numberingConfig(),
    sections: new Sections(sample).make(nodes),
  });
  return sameEveryTime(await Packer.toBuffer(document));
}

const TABLE_TEXT_WIDTH = { portrait: 165, landscape: 252 };

class Sections {
  private readonly sections: { landscape: boolean; children: FileChild[] }[] = [{ landscape: false, children: [] }];
  private readonly sample: Sample;
  private instance = 0;

  constructor(sample: Sample) {
    this.sample = sample;
  }

  make(nodes: Node[]): ISectionOptions[] {
    nodes.forEach((node, at) => {
      this.add(node, nodes[at + 1]?.kind === 'sign');
    });
    return this.sections.map(({ landscape, children }) => ({
      properties: {
        titlePage: true,
        page: {
          size: {
            width: Math.round(210 * MILLIMETRE),
            height: Math.round(297 * MILLIMETRE),
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: margins(landscape),
          pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
        },
      },
      headers: { default: pageNumber(), first: new Header({ children: [new WordParagraph({})] }) },
      footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
      children,
    }));
  }

  private get current() {
    return this.sections[this.sections.length - 1] as { landscape: boolean; children: FileChild[] };
  }

  private add(node: Node, beforeSign: boolean): void {
    const into = this.current.children;
    if (node.kind === 'head') into.push(...frameHead(this.sample));
    else if (node.kind === 'title') into.push(...frameTitle(this.sample));
    else if (node.kind === 'sign') into.push(...frameSign(this.sample));
    else if (node.kind === 'heading') into.push(this.heading(node));
    else if (node.kind === 'paragraph') into.push(this.paragraph(node, beforeSign));
    else if (node.kind === 'enclosure') this.newPart(node.type, node, false);
    else if (node.kind === 'appendix') this.newPart(node.label, node, node.landscape);
    else if (node.kind === 'table') {
      const width = TABLE_TEXT_WIDTH[this.current.landscape ? 'landscape' : 'portrait'];
      into.push(wordTable(node, width * MILLIMETRE, () => this.newInstance()));
      into.push(new WordParagraph({ spacing: { before: 0, after: 0 } }));
    }
  }

  private newInstance(): number {
    this.instance += 1;
    return this.instance;
  }

  private newPart(label: string, node: Pick<Enclosure, 'title' | 'attached'>, landscape: boolean): void {
    this.sections.push({
      landscape,
      children: [
        centred(label, { bold: true, size: 28 }),
        ...node.title.split(' // ').map((line) => centred(line, { bold: true, size: 28 })),
        ...node.attached.split(' // ').map((line) => centred(line, { italics: true, size: 28 })),
        rule(),
      ],
    });
  }

  private heading(node: Heading): WordParagraph {
    const written = withoutMarks(asWritten(node.raw));
    const numbered = /^(?:[IVX]+\.|\d+\.)\s/.test(written);
    const auto = this.sample.autoNumber === true && numbered;
    return new WordParagraph({
      style: `Heading${Math.min(node.level, 4)}`,
      children: [new TextRun(auto ? written.replace(/^\S+\s+/, '') : written)],
      ...(auto ? { numbering: { reference: 'outline', level: node.level - 1 } } : {}),
    });
  }

  /** The signature never stands alone on a page: the last paragraph goes with it. */
  private paragraph(node: Paragraph, beforeSign: boolean): WordParagraph {
    const written = asWritten(node.raw);
    if (node.style === 'centre')
      return centred(withoutMarks(written), { bold: true, size: 28 }, { before: 180, after: 60 });
    if (node.style === 'note') return centred(withoutMarks(written), { italics: true, size: 28 });
    const auto = this.autoParagraph(node, withoutMarks(written));
    return new WordParagraph({
      style: node.style === 'base' ? 'LegalBasis' : 'BodyText',
      ...(beforeSign ? { keepNext: true, keepLines: true } : {}),
      ...(auto ?? { children: runs(written) }),
    });
  }

  private autoParagraph(node: Paragraph, written: string) {
    if (this.sample.autoNumber !== true || node.style !== 'body') return undefined;
    const level = /^- /.test(written)
      ? 0
      : /^\+ /.test(written)
        ? 1
        : /^\d+\. /.test(written)
          ? 2
          : /^[a-c]\) /.test(written)
            ? 3
            : -1;
    if (level < 0) return undefined;
    const children = [new TextRun(written.replace(/^\S+\s+/, ''))];
    if (level < 2) return { children, numbering: { reference: 'dashes', level } };
    return { children, numbering: { reference: 'outline', level: level - 1 } };
  }
}

const margins = (landscape: boolean) => ({
  top: Math.round(20 * MILLIMETRE),
  bottom: Math.round(20 * MILLIMETRE),
  left: Math.round((landscape ? 25 : 30) * MILLIMETRE),
  right: Math.round((landscape ? 20 : 15) * MILLIMETRE),
  header: Math.round(10 * MILLIMETRE),
  footer: Math.round(10 * MILLIMETRE),
});

/** The number stands centred in the top margin and not on the first page (NĐ 30/2020, Phụ lục I, mục I.7). */
const pageNumber = () =>
  new Header({
    children: [
      new WordParagraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 28 })],
      }),
    ],
  });

const FIXED = '2026-01-05T00:00:00Z';

/** The packer writes today's time into the properties and the archive: both get one fixed day. */
function sameEveryTime(packed: Uint8Array): Uint8Array {
  const parts = unzipSync(new Uint8Array(packed));
  const core = 'docProps/core.xml';
  const properties = new TextDecoder().decode(parts[core]);
  parts[core] = new TextEncoder().encode(properties.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, FIXED));
  const names = Object.keys(parts).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'),
  );
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] as Uint8Array])), {
    level: 9,
    mtime: new Date(2026, 0, 5, 0, 0, 0),
  });
}
