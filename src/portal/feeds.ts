import type { PublicDocument, PublicNews } from '../registry/public-plan.ts';
import { languages } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Address, pageAddress, portalRoot } from './addresses.ts';
import { link, type Setting, shortened } from './frame.ts';
import { html } from './html.ts';
import { addressOfNews } from './lists.ts';

/** What programs read of the portal: news, and the list of all pages. XML is escaped as HTML is. */

/** The end of a day in Việt Nam: a feed wants moments. */
const momentOf = (day: PlainDate): string => `${day}T00:00:00+07:00`;

export function atomFeed(setting: Setting, news: readonly PublicNews[], day: PlainDate): string {
  const { words, language, site } = setting;
  const address = (path: Address) => site + link(setting, path);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>${words.portal}</title><id>${address('')}</id>
<link href="${address('')}"/><link rel="self" href="${address('/tin.atom')}"/><updated>${momentOf(news[0]?.day ?? day)}</updated><rights>CC BY 4.0</rights><author><name>${words.portal}</name></author>
${news.map((one) => {
  const to = address(addressOfNews(one));
  return html`<entry><id>${to}#${one.kind}-${one.day}</id><title>${words.newsKinds[one.kind]}: ${shortened(one.words, 140)}</title><link href="${to}"/><updated>${momentOf(one.day)}</updated><summary>${one.words}</summary></entry>
`;
})}</feed>
`.markup;
}

/** A sitemap holds 50,000 addresses at most (sitemaps.org); each page here stands in two languages. */
export const mostMapped = 20_000;

type Mapped = { path: Address; changed: string };

export const sitemap = (site: string, pages: readonly Mapped[]): string =>
  html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.slice(0, mostMapped).flatMap(({ path, changed }) =>
  languages.map(
    (language) => html`<url><loc>${site}${pageAddress(language, path)}</loc><lastmod>${changed}</lastmod></url>
`,
  ),
)}</urlset>
`.markup;

export const changedOf = ({ decidedAt }: PublicDocument): string => decidedAt.slice(0, 10);

/** Everything behind the sign-in is nobody's business, and changes with every reader. */
export const robots = (site: string): string => `User-agent: *
Allow: ${portalRoot}
Disallow: /

Sitemap: ${site}${portalRoot}/sitemap.xml
`;
