/** Blocks as Excel and LibreOffice put them on the clipboard: cells parted by tabs, rows by line ends, quoted where they hold either. */

export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const row = rows.at(-1) ?? [];
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      // What ends with a line end has no further row.
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

type Read = { text: string; end: number };

function plain(text: string, from: number): Read {
  const end = /[\t\r\n]|$/gu;
  end.lastIndex = from;
  const found = end.exec(text)?.index ?? text.length;
  return { text: text.slice(from, found), end: found };
}

/** A quote that is not closed before a cell's end is a quote like any other letter. */
function quoted(text: string, from: number): Read {
  const form = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/uy;
  form.lastIndex = from;
  const found = form.exec(text);
  return found ? { text: (found[1] ?? '').replaceAll('""', '"'), end: form.lastIndex } : plain(text, from);
}

export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');
