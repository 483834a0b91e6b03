import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The XML parts of a file, by name. */
export type Parts = Record<string, string>;

export const main = 'word/document.xml';

export function unpacked(bytes: Uint8Array): { parts: Parts; others: Record<string, Uint8Array> } {
  const parts: Parts = {};
  const others: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    if (name.endsWith('.xml')) parts[name] = strFromU8(content);
    else others[name] = content;
  return { parts, others };
}

export const packed = (parts: Parts, others: Record<string, Uint8Array>): Uint8Array =>
  zipSync({ ...others, ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) });

export const change = (parts: Parts, name: string, make: (text: string) => string): void => {
  const before = parts[name] ?? '';
  const after = make(before);
  if (after === before) throw new Error(`nothing changed in ${name}`);
  parts[name] = after;
};

/** The innermost paragraph that holds the words. */
export const inParagraph =
  (words: string, make: (paragraph: string) => string) =>
  (parts: Parts): void =>
    change(parts, main, (text) => {
      const at = text.indexOf(words);
      if (at < 0) throw new Error(`no "${words}"`);
      const from = Math.max(text.lastIndexOf('<w:p>', at), text.lastIndexOf('<w:p ', at));
      const to = text.indexOf('</w:p>', at) + '</w:p>'.length;
      return text.slice(0, from) + make(text.slice(from, to)) + text.slice(to);
    });

export const words = (from: string, to: string) => (parts: Parts) =>
  change(parts, main, (text) => text.replace(from, to));
export const size = (at: string, points: number) =>
  inParagraph(at, (one) => one.replace(/<w:sz w:val="\d+"\/>/g, `<w:sz w:val="${points * 2}"/>`));
export const notBold = (at: string) => inParagraph(at, (one) => one.replaceAll('<w:b/>', '<w:b w:val="false"/>'));
export const bold = (at: string) => inParagraph(at, (one) => one.replaceAll('<w:b w:val="false"/>', '<w:b/>'));
export const italic = (at: string) => inParagraph(at, (one) => one.replaceAll('<w:i w:val="false"/>', '<w:i/>'));
export const upright = (at: string) => inParagraph(at, (one) => one.replaceAll('<w:i/>', '<w:i w:val="false"/>'));
export const left = (at: string) =>
  inParagraph(at, (one) => one.replace(/<w:jc w:val="\w+"\/>/, '<w:jc w:val="left"/>'));
export const font = (at: string, name: string) => inParagraph(at, (one) => one.replaceAll('Times New Roman', name));
export const colour = (at: string) =>
  inParagraph(at, (one) => one.replaceAll('</w:rPr>', '<w:color w:val="1F4E79"/></w:rPr>'));
export const without = (at: string) => inParagraph(at, () => '<w:p/>');
/** The line drawn after the words. */
const ruleAfter = (at: string, make: (rule: string) => string) => (parts: Parts) =>
  change(parts, main, (text) => {
    const from = text.lastIndexOf('<w:p>', text.indexOf('<w:pBdr><w:bottom', text.indexOf(at)));
    const to = text.indexOf('</w:p>', from) + '</w:p>'.length;
    return text.slice(0, from) + make(text.slice(from, to)) + text.slice(to);
  });
export const noRule = (at: string) => ruleAfter(at, () => '<w:p/>');
export const ruleIn = (at: string, indent: number) =>
  ruleAfter(at, (rule) =>
    rule.replace(/w:left="\d+"/, `w:left="${indent}"`).replace(/w:right="\d+"/, `w:right="${indent}"`),
  );
export const margin = (side: string, twips: number) => (parts: Parts) =>
  change(parts, main, (text) =>
    text.replace(new RegExp(`w:${side}="\\d+"(?=[^>]*w:header)`, 'g'), `w:${side}="${twips}"`),
  );
export const headers = (make: (text: string) => string) => (parts: Parts) => {
  for (const name of Object.keys(parts).filter((one) => /header\d/.test(one) && parts[one]?.includes('PAGE')))
    change(parts, name, make);
};
