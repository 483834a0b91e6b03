import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../src/files/edxml/read-envelope.ts';
import { writeAnswer } from '../../src/files/edxml/write-answer.ts';
import { writeEnvelope } from '../../src/files/edxml/write-envelope.ts';
import { defaultLimits } from '../../src/files/open-limits.ts';
import type { Envelope, EnvelopeHeader } from '../../src/values/envelope.ts';
import { Refusal } from '../../src/values/refusal.ts';

/** Against the structure of QCVN 102:2016/BTTTT as senders on the national document axis write it. */

const standard = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const header: EnvelopeHeader = {
  documentId: '000.00.04.H61,2026/11/20,123/UBND-TH',
  from: { id: '000.00.04.H61', name: 'Sở Tài chính' },
  to: [
    { id: '000.00.00.H61', name: 'Ủy ban nhân dân tỉnh' },
    { id: '', name: 'Văn phòng "A" & <B>' },
  ],
  number: '123/UBND-TH',
  place: 'Vĩnh Long',
  issuedOn: '2026-11-20',
  typeName: 'Công văn',
  subject: 'Về việc đôn đốc <nhiệm vụ> & chỉ tiêu "quý IV"',
  signer: { name: 'Nguyễn Văn A', position: 'GIÁM ĐỐC' },
  dueOn: '2026-12-31',
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string, description = '') => ({
  ...{ name, mediaType: 'text/plain', description, bytes: bytesOf(text) },
});
const isReadable = (name: string): boolean => /\.(?:docx|txt)$/.test(name);
const open = (xml: string | Uint8Array, limits = defaultLimits): Envelope =>
  readEnvelope(typeof xml === 'string' ? bytesOf(xml) : xml, isReadable, limits);

function refusalOf(xml: string | Uint8Array, limits = defaultLimits): string {
  try {
    open(xml, limits);
    return 'opened';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'envelopeFaulty' ? `envelopeFaulty ${error.detail.reason}` : error.code;
  }
}

const attachment = (name: string, content: string, id = name) =>
  `<Attachment><ContentType>text/plain</ContentType><ContentId>${id}</ContentId><ContentTransferEncoded>${content}</ContentTransferEncoded><AttachmentName>${name}</AttachmentName></Attachment>`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const message =
  '<edXML:MessageHeader><edXML:From><edXML:OrganId>000.00.00.G22</edXML:OrganId><edXML:OrganName>VPCP</edXML:OrganName></edXML:From></edXML:MessageHeader>';
const whole = (
  parts: { message?: string; references?: string; attachments?: string; namespace?: string } = {},
): string =>
  `<edXML xmlns="${parts.namespace ?? standard}"><edXML:edXMLEnvelope xmlns:edXML="${parts.namespace ?? standard}"><edXML:edXMLHeader>${parts.message ?? message}</edXML:edXMLHeader><edXML:edXMLBody><edXML:edXMLManifest>${parts.references ?? ''}</edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope><AttachmentEncoded>${parts.attachments ?? attachment('a.txt', base64('một'))}</AttachmentEncoded></edXML>`;

describe('an edXML envelope', () => {
  it('that goes out comes in again with the same header and the same bytes', () => {
    const files = [
      file('Công văn <1>.docx'.replace(/[<>]/g, ''), 'nội dung', 'Văn bản chính'),
      file('Phụ lục.xlsx', '\u0001b'),
    ] as const;
    const written = writeEnvelope({ header, files: [...files] }, '2026/11/20 08:15:00');
    const opened = open(written);
    expect(opened.header).toEqual(header);
    expect(opened.files.map(({ name, mediaType, description }) => ({ name, mediaType, description }))).toEqual(
      files.map(({ name, mediaType, description }) => ({ name, mediaType, description })),
    );
    expect(opened.files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
      files.map(({ bytes }) => Buffer.from(bytes).toString()),
    );
  });

  it('has the elements of the standard, in its namespace and with its spelling', () => {
    const written = writeEnvelope({ header, files: [file('a.docx', 'a')] }, '2026/11/20 08:15:00').toString();
    for (const piece of [
      `<edXML xmlns="${standard}"><edXML:edXMLEnvelope xmlns:edXML="${standard}"><edXML:edXMLHeader><edXML:MessageHeader><edXML:From>`,
      '<edXML:Code><edXML:CodeNumber>123</edXML:CodeNumber><edXML:CodeNotation>UBND-TH</edXML:CodeNotation></edXML:Code>',
      '<edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate>',
      '<edXML:Timestamp>2026/11/20 08:15:00</edXML:Timestamp></edXML:TraceHeader><edXML:Bussiness><edXML:BussinessDocType>0<',
      '<edXML:edXMLManifest version="1.0"><edXML:Reference><edXML:ContentId>cid:file-1</edXML:ContentId>',
      '</edXML:edXMLEnvelope><AttachmentEncoded><Attachment>',
    ])
      expect(written).toContain(piece);
  });

  it('that answers with a state of work says which document is meant, who says it and how far it is, and holds no file', () => {
    const answer = {
      about: { documentId: header.documentId, from: header.from, number: header.number, issuedOn: header.issuedOn },
      from: { id: '000.00.00.H61', name: 'Ủy ban nhân dân tỉnh' },
      status: '02' as const,
      description: 'Từ chối tiếp nhận. Gửi nhầm <nơi nhận> & \u0001',
      staff: 'Nguyễn Thị B',
    };
    const written = writeAnswer(answer, '2026/11/21 09:00:00').toString();
    for (const piece of [
      `<edXML xmlns="${standard}"><edXML:edXMLEnvelope xmlns:edXML="${standard}"><edXML:edXMLHeader><edXML:MessageStatus><edXML:ResponseFor>`,
      '<edXML:OrganId>000.00.04.H61</edXML:OrganId><edXML:Code><edXML:CodeNumber>123</edXML:CodeNumber>',
      '<edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate><edXML:DocumentId>000.00.04.H61,2026/11/20,123/UBND-TH</edXML:DocumentId></edXML:ResponseFor>',
      '<edXML:From><edXML:OrganId>000.00.00.H61</edXML:OrganId>',
      '<edXML:StatusCode>02</edXML:StatusCode><edXML:Description>Từ chối tiếp nhận. Gửi nhầm &lt;nơi nhận&gt; &amp; </edXML:Description>',
      '<edXML:Timestamp>2026/11/21 09:00:00</edXML:Timestamp>',
    ])
      expect(written).toContain(piece);
    expect(written).not.toContain('Attachment');
    // Who gets one as if it were a document is told what it is.
    expect(refusalOf(written)).toBe('envelopeFaulty status');
  });

  it('of other senders opens: no prefix, another day, the whole number in its notation, attachments outside the namespace', () => {
    const plain = `<?xml version="1.0"?><edXML xmlns="http://www.e-doc.vn/Schema/"><edXMLEnvelope><edXMLHeader><MessageHeader>
      <From><OrganId>000.00.00.G22</OrganId><OrganName>Văn phòng Chính phủ</OrganName></From>
      <Code><CodeNumber>7816</CodeNumber><CodeNotation>7816/VPCP-TTĐT</CodeNotation></Code>
      <PromulgationInfo><Place>Hà Nội</Place><PromulgationDate>30/09/2015</PromulgationDate></PromulgationInfo>
      </MessageHeader></edXMLHeader><edXMLBody><edXMLManifest><Reference><ContentId>cid:x</ContentId><AttachmentName>van-ban.txt</AttachmentName></Reference></edXMLManifest></edXMLBody></edXMLEnvelope>
      <AttachmentEncoded xmlns=""><Attachment><ContentId>x</ContentId><ContentTransferEncoded>${base64('một\nhai').replace(/(.{4})/g, '$1\r\n')}</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>`;
    const { header: read, files } = open(plain);
    expect([read.number, read.issuedOn, read.from.name]).toEqual([
      '7816/VPCP-TTĐT',
      '2015-09-30',
      'Văn phòng Chính phủ',
    ]);
    expect([files[0].name, Buffer.from(files[0].bytes).toString()]).toEqual(['van-ban.txt', 'một\nhai']);
  });

  it('of the flat form opens', () => {
    const flat = `<EdXMLEnvelope xmlns="http://www.go.vn/eDoc"><MessageHeader><From><OrganId>H37</OrganId></From><DocumentType>Kế hoạch</DocumentType>
      <SignerInfo><Signer>Trần B</Signer></SignerInfo></MessageHeader>
      <Manifest><Attachment><Content>${base64('kế hoạch')}</Content><FileName>kh.txt</FileName></Attachment></Manifest></EdXMLEnvelope>`;
    const opened = open(flat);
    expect([opened.header.typeName, opened.header.signer, opened.files[0].name]).toEqual([
      'Kế hoạch',
      { name: 'Trần B', position: '' },
      'kh.txt',
    ]);
  });

  it('gives the document itself first: what it calls so, or the first that can be read', () => {
    const [scan, text] = [attachment('dấu.png', base64('png')), attachment('kh.txt', base64('kh'))];
    expect(open(whole({ attachments: scan + text })).files.map(({ name }) => name)).toEqual(['kh.txt', 'dấu.png']);
    const called = text.replace(
      '<ContentTransferEncoded>',
      '<Description>Văn bản chính</Description><ContentTransferEncoded>',
    );
    const other = attachment('phụ lục.txt', base64('pl'));
    expect(open(whole({ attachments: other + called })).files[0].name).toBe('kh.txt');
    expect(refusalOf(whole({ attachments: called + called.replace('kh.txt', 'kh2.txt') }))).toBe(
      'envelopeFaulty twoMains',
    );
  });

  it('whose files were zipped one by one on the way gives them as they were', () => {
    const zipped = Buffer.from(zipSync({ 'kh.txt': bytesOf('kế hoạch') })).toString('base64');
    expect(Buffer.from(open(whole({ attachments: attachment('kh.txt', zipped) })).files[0].bytes).toString()).toBe(
      'kế hoạch',
    );
  });

  it.each([
    ['entities', `<!DOCTYPE edXML [<!ENTITY a "b">]>${whole()}`, 'fileHasEntities'],
    ['an entity that fetches', `<!DOCTYPE edXML SYSTEM "file:///etc/passwd">${whole()}`, 'fileHasEntities'],
    ['an undeclared entity', whole({ attachments: attachment('a.txt', '&x;') }), 'fileBroken'],
    ['a foreign root', '<html><body/></html>', 'envelopeFaulty foreign'],
    [
      'the right names in a foreign namespace',
      whole({ namespace: 'http://example.org/edXML' }),
      'envelopeFaulty foreign',
    ],
    ['no namespace at all', whole().replaceAll(` xmlns="${standard}"`, ''), 'envelopeFaulty foreign'],
    ['no header', whole({ message: '' }), 'envelopeFaulty noHeader'],
    ['a report of state', whole({ message: '<edXML:MessageStatus/>' }), 'envelopeFaulty status'],
    ['no file', whole({ attachments: ' ' }), 'envelopeFaulty empty'],
    [
      'a file that is not there',
      whole({ references: '<edXML:Reference><edXML:ContentId>cid:b</edXML:ContentId></edXML:Reference>' }),
      'envelopeFaulty incomplete',
    ],
    ['a file without a name', whole({ attachments: attachment('', base64('a')) }), 'envelopeFaulty incomplete'],
    ['a file without content', whole({ attachments: attachment('a.txt', '') }), 'envelopeFaulty incomplete'],
    ['what is no base64', whole({ attachments: attachment('a.txt', 'a-b_c') }), 'envelopeFaulty incomplete'],
    ['too many files', whole({ attachments: attachment('a.txt', 'YQ==').repeat(51) }), 'envelopeFaulty tooMany'],
    ['a cut end', whole().slice(0, -20), 'fileBroken'],
    ['elements without end', '<a>'.repeat(1000), 'fileUnpacksTooLarge'],
    ['a zip', zipSync({ 'a.txt': bytesOf('a') }), 'fileTypeMismatch'],
    ['wrong bytes', Uint8Array.of(60, 97, 62, 0xc3, 0x28), 'fileBroken'],
  ])('with %s is refused', (_, xml, expected) => {
    expect(refusalOf(xml)).toBe(expected);
  });

  it('that is larger than a file may be is refused before it is opened, and a bomb in it before it unpacks', () => {
    const long = whole({ attachments: attachment('a.txt', 'YWFh'.repeat(5_000_000)) });
    expect(refusalOf(long, { ...defaultLimits, fileBytes: 1_000_000 })).toBe('fileTooLarge');
    const bomb = Buffer.from(zipSync({ 'a.txt': new Uint8Array(40_000_000) })).toString('base64');
    expect(refusalOf(whole({ attachments: attachment('a.txt', bomb) }))).toBe('fileUnpacksTooLarge');
  });

  it('gives names that are safe to keep', () => {
    const { files } = open(whole({ attachments: attachment('../../etc/cron.d/x.txt', base64('a')) }));
    expect(files[0].name).toBe('x.txt');
  });
});
