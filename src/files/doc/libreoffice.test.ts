import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { rawDocx } from '../../../test/docx-raw.ts';
import { rawOdt } from '../../../test/odt-raw.ts';
import { convert, findLibreOffice } from './libreoffice.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relationships = (targets: [kind: string, target: string][]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${packages}">${targets
    .map(
      ([kind, target], at) =>
        `<Relationship Id="rId${at + 50}" Type="${office}/${kind}" Target="${target}"${target.startsWith('http') ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const picture = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId50"/></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

const field = (code: string): string =>
  `<w:p><w:fldSimple w:instr="${code}"><w:r><w:t>cũ</w:t></w:r></w:fldSimple></w:p>`;

/** What Word and LibreOffice can be told to fetch: pictures, a template, sections, fields, objects. */
const wordThatAsks = (url: string): Uint8Array =>
  rawDocx({
    body: `${picture}${field(`INCLUDEPICTURE &quot;${url}/field.png&quot; \\d`)}${field(`INCLUDETEXT &quot;${url}/text.docx&quot;`)}<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>`,
    entries: {
      'word/settings.xml': `<?xml version="1.0"?><w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"><w:attachedTemplate r:id="rId50"/></w:settings>`,
      'word/_rels/settings.xml.rels': relationships([['attachedTemplate', `${url}/template.dotm`]]),
      'word/_rels/document.xml.rels': relationships([
        ['image', `${url}/picture.png`],
        ['settings', 'settings.xml'],
      ]),
    },
  });

const link = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const manifest = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
const textThatAsks = (url: string): Uint8Array =>
  rawOdt(
    `<text:p>Kế hoạch <draw:frame svg:width="2cm" svg:height="2cm"><draw:image ${link} xlink:href="${url}/picture.png" xlink:actuate="onLoad"/></draw:frame></text:p>
<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:object ${link} xlink:href="${url}/object.ods"/></draw:frame></text:p>
<text:section text:name="a"><text:section-source ${link} xlink:href="${url}/section.odt"/><text:p>cũ</text:p></text:section>`,
    '',
    { 'META-INF/manifest.xml': manifest },
  );

it('nothing that a document names is fetched when it is opened and written anew', async () => {
  const heard: string[] = [];
  const listener = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', (bytes) => heard.push(bytes.toString('latin1').split('\r\n')[0] ?? ''));
    heard.push('somebody called');
    socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('the listener has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const program = findLibreOffice();
  if (program === undefined) throw new Error('LibreOffice is not installed');
  const convertOne = (from: string, bytes: Uint8Array) => convert({ program, bytes, from, to: 'pdf', seconds: 170 });
  const [word, text] = await Promise.all([convertOne('docx', wordThatAsks(url)), convertOne('odt', textThatAsks(url))]);
  listener.close();
  for (const made of [word, text]) expect(Buffer.from(made).subarray(0, 5).toString()).toBe('%PDF-');
  expect(heard).toEqual([]);
});
