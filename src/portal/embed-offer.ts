import { type Address, ofEmbed } from './addresses.ts';
import { link, type Setting } from './frame.ts';
import { html, type Piece } from './html.ts';

/** A frame has the height that is written where it stands: so much the pictures take on a phone. */
export const embedHeight = { chart: 560, words: 240, counts: 420 };

/** The lines that put a page's picture into another page, and what it looks like there. */
export function embedOffer(setting: Setting, path: Address, title: string, height: number): Piece {
  const { words, site } = setting;
  const address = link(setting, ofEmbed(path));
  const code = html`<iframe src="${site}${address}" title="${title}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
  return html`<details><summary>${words.embed}</summary><p class="meta">${words.embedHint} <a href="${address}">${words.embedPreview}</a></p><pre tabindex="0" role="region" aria-label="${words.embed}"><code>${code.markup}</code></pre></details>`;
}
