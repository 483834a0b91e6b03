import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '../../src/files/containers/xml.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const parse = (xml: string): XmlElement => parseXml(xml, { part: 'a.xml', depth: 64 });

type Plain = { name: string; attributes: [string, string][]; text: string; children: Plain[] };

const plain = (element: XmlElement): Plain => ({
  name: element.name,
  attributes: Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('?:'))
    .sort(),
  text: element.text,
  children: element.children.map(plain),
});

/** The same tree as a parser of the whole standard gives it. */
function reference(xml: string): Plain {
  const of = (element: Element): Plain => {
    const nodes: Node[] = [...element.childNodes];
    return {
      name: element.nodeName,
      attributes: [...element.attributes]
        .map((attribute): [string, string] => [attribute.name, attribute.value])
        .filter(([name]) => !name.includes('xmlns'))
        .sort(),
      text: nodes
        .filter((node) => node.nodeType === 3 || node.nodeType === 4)
        .map((node) => node.nodeValue ?? '')
        .join(''),
      children: nodes.filter((node): node is Element => node.nodeType === 1).map(of),
    };
  };
  const root = new DOMParser({ onError: () => undefined }).parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('no root');
  return of(root);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const text = fc.string({ unit: fc.constantFrom(...('aĐệ<>&"\' 1–😀'.match(/./gu) ?? [])), maxLength: 8 }).map(escaped);
const name = fc.constantFrom('p', 'r', 't', 'tbl', 'sectPr');
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name,
      values: fc.dictionary(fc.constantFrom('val', 'type', 'id'), text),
      parts: fc.array(
        fc.oneof(
          { maxDepth: 5 },
          text,
          text.map((own) => `<![CDATA[${own.replaceAll('>', '')}]]>`),
          fc.constant('<!-- <w:p> -->'),
          fc.constant('<?pi <a> ?>'),
          tie('element'),
        ),
        { maxLength: 5 },
      ),
      space: fc.constantFrom('', ' ', '\n'),
    })
    .map(({ name: own, values, parts, space }) => {
      const attributes = Object.entries(values)
        .map(([key, value]) => ` w:${key}${space}=${space}"${value}"`)
        .join('');
      const head = `<w:${own}${attributes}${space}`;
      return parts.length === 0 ? `${head}/>` : `${head}>${parts.join('')}</w:${own}${space}>`;
    }),
}));

describe('the XML of an Office file', () => {
  it('is read as a parser of the whole standard reads it', () => {
    fc.assert(
      fc.property(element, (inner) => {
        const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<w:body xmlns:w="${w}">${inner}</w:body>\n`;
        expect(plain(parse(xml))).toEqual(reference(xml));
      }),
      { numRuns: 500 },
    );
  });

  it('has our prefixes, whatever prefixes the file has, also where they change inside', () => {
    const xml = `<document xmlns="${w}"><x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" x:val="1"><x:r/></x:p><p/><w:q xmlns:w="urn:other" w:val="2"/></document>`;
    const root = parse(xml);
    expect(root.name).toBe('w:document');
    expect(root.children.map((child) => child.name)).toEqual(['w:p', 'w:p', '?:q']);
    expect(root.children[0]?.attributes).toMatchObject({ 'w:val': '1' });
    expect(root.children[0]?.children[0]?.name).toBe('w:r');
  });

  it('decodes characters by number', () => {
    expect(parse('<a>&#272;&#x1ea1;t &amp;lt;</a>').text).toBe('Đạt &lt;');
  });

  it.each([
    '<a>&#0;</a>',
    '<a>&#x110000;</a>',
    '<a>& b</a>',
    '<a>&constructor;</a>',
    '<a b="1" b="2"/>',
    '<1/>',
    '< a/>',
    '<a b/>',
    '</a>',
  ])('is refused as broken where it is: %s', (xml) => expect(() => parse(xml)).toThrow('fileBroken'));

  it.each(['<!DOCTYPE a><a/>', '<!doctype a [<!ENTITY b "c">]><a/>', '<a><!ENTITY b "c"></a>'])(
    'is refused where it declares something: %s',
    (xml) => expect(() => parse(xml)).toThrow('fileHasEntities'),
  );

  it('hands over the children of one element one by one and keeps none of them', () => {
    const seen: string[] = [];
    const root = parseXml(`<w:document xmlns:w="${w}"><w:body><w:p><w:r/></w:p><w:tbl/></w:body></w:document>`, {
      part: 'a.xml',
      depth: 8,
      handOver: { parent: 'w:body', visit: (child) => seen.push(`${child.name} ${child.children.length}`) },
    });
    expect(seen).toEqual(['w:p 1', 'w:tbl 0']);
    expect(root.children[0]?.children).toEqual([]);
  });
});
