import { zipOf } from './docx-raw.ts';

const namespaces = ['office', 'text', 'table', 'style', 'drawing', 'xsl-fo-compatible', 'svg-compatible']
  .map((name) => {
    const prefix = { drawing: 'draw', 'xsl-fo-compatible': 'fo', 'svg-compatible': 'svg' }[name] ?? name;
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  })
  .join(' ');

/** An OpenDocument text with exactly this XML in it. @param body content of office:text */
export function rawOdt(body: string, styles = '', entries: Record<string, string> = {}): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest/>',
    'content.xml': `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...entries,
  });
}
