import type { LaidSection } from '../../values/laid-document.ts';
import { checkLetters, checkNotCapitals, type Findings } from './findings.ts';
import { isBlank, key, type Line, linesOf } from './lines.ts';
import type { Parts } from './parts.ts';

/** Boxes 7, 9, 11 to 13. */
export function checkEnd(findings: Findings, parts: Parts, first: LaidSection | undefined): void {
  checkSigning(findings, parts);
  checkTo(findings, parts);
  checkRecipients(findings, parts);
  for (const line of (first?.firstFooter ?? []).flatMap(linesOf).filter((one) => !isBlank(one)))
    checkLetters(findings, 'contact', line);
  for (const line of (first?.firstHeader ?? []).flatMap(linesOf).filter((one) => !isBlank(one))) {
    checkLetters(findings, 'circulation', line);
    if (!line.paragraph.framed) findings.add('circulation', 'frame', { excerpt: line.text });
  }
}

const prefixes = { state: /^(?:TM|KT|TL|TUQ|Q)\. ?\S/u, party: /^(?:T\/M|K\/T|T\/L|Q\.?) \S/u } as const;
/** Something like a prefix, whatever its marks. */
const anyPrefix = /^(?:T\/?M|K\/?T|T\/?L|T\/?U\/?Q|TUQ|Q)(?:\.|\s|\/)/u;
const titles =
  /^(?:GS|PGS|TSKH|TS|ThS|Ths|BS|BSCK|KS|CN|Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư|NGND|NGƯT|TTND|TTƯT)[.\s]/u;

function checkSigning(findings: Findings, { signing, signer }: Parts): void {
  const { issuedBy, words } = findings.form;
  if (signing.length === 0) findings.add('signAuthority', 'missing', {});
  for (const line of signing) {
    const isAuthority = anyPrefix.test(line.text);
    checkLetters(findings, isAuthority ? 'signAuthority' : 'signPosition', line);
    if (isAuthority && !prefixes[issuedBy].test(line.text))
      findings.add('signAuthority', 'mark', {
        found: line.text,
        expected: Object.values(words.signing)
          .map((one) => one.trim())
          .join(' '),
        excerpt: line.text,
      });
  }
  if (!signer) return;
  checkLetters(findings, 'signer', signer);
  checkNotCapitals(findings, 'signer', signer);
  if (titles.test(signer.text)) findings.add('signer', 'wording', { found: signer.text, excerpt: signer.text });
}

function checkTo(findings: Findings, { to, kind }: Parts): void {
  const { words, issuedBy } = findings.form;
  const [first, ...others] = to;
  if (!first) {
    // A công văn goes to somebody; reports and proposals only where they go up.
    if (!kind) findings.add('to', 'missing', {});
    return;
  }
  for (const line of to) checkLetters(findings, 'to', line, issuedBy === 'party' ? ['italic'] : []);
  if (!/^Kính gửi\s?:/u.test(first.text))
    findings.add('to', 'mark', { found: first.text, expected: words.to, excerpt: first.text });
  const named = key(first.text).replace(/^kinh gui\s*:?\s*/, '');
  if (others.length === 0) return;
  if (named !== '' && !named.startsWith('-')) findings.add('to', 'place', { found: first.text, excerpt: first.text });
  others.forEach((line, at) => {
    if (!line.text.startsWith('-')) findings.add('to', 'dash', { found: line.text, excerpt: line.text });
    const wanted = at === others.length - 1 ? '.' : words.recipients.between;
    if (!line.text.endsWith(wanted))
      findings.add('to', 'endMark', { found: line.text.slice(-1), expected: wanted, excerpt: line.text });
  });
}

function checkRecipients(findings: Findings, { recipientsWord, recipients, to }: Parts): void {
  const { words, issuedBy } = findings.form;
  if (!recipientsWord) {
    findings.add('recipientsWord', 'missing', {});
    return;
  }
  checkLetters(findings, 'recipientsWord', recipientsWord);
  if (!recipientsWord.text.endsWith(':'))
    findings.add('recipientsWord', 'mark', {
      found: recipientsWord.text,
      expected: 'Nơi nhận:',
      excerpt: recipientsWord.text,
    });
  const lines = recipients.filter((line) => !isDrafter(line) || /lưu/iu.test(line.text));
  if (lines.length === 0) {
    findings.add('recipients', 'missing', {});
    return;
  }
  lines.forEach((line, at) => {
    checkLetters(findings, 'recipients', line);
    const isLast = at === lines.length - 1;
    if (!line.text.startsWith('-')) findings.add('recipients', 'dash', { found: line.text, excerpt: line.text });
    if (!isLast && !line.text.endsWith(words.recipients.between) && !lines[at + 1]?.text.match(/^[^-]/u))
      findings.add('recipients', 'endMark', {
        found: line.text.slice(-1),
        expected: words.recipients.between,
        excerpt: line.text,
      });
  });
  const [first] = lines;
  if (to.length > 0 && first && !/^-?\s*như trên/iu.test(first.text))
    findings.add('recipients', 'wording', { found: first.text, expected: '- Như trên', excerpt: first.text });
  const archive = lines.at(-1) as Line;
  const pattern = issuedBy === 'state' ? /^-?\s*Lưu\s?:\s*VT/u : /^-?\s*Lưu [^:]+$/u;
  if (!pattern.test(archive.text))
    findings.add('recipients', 'order', {
      found: archive.text,
      expected: `- ${words.recipients.archive}${issuedBy === 'state' ? 'VT, …' : '…'}`,
      excerpt: archive.text,
    });
  else if (!/\.(?:\s*\S+\.?\s?\(\d+\)\.?)?$/u.test(archive.text))
    findings.add('recipients', 'endMark', { found: archive.text.slice(-1), expected: '.', excerpt: archive.text });
  for (const line of recipients)
    if (isDrafter(line) && !/lưu/iu.test(line.text)) checkLetters(findings, 'drafter', line);
}

/** "PL.(300)": drafter and copies. */
const isDrafter = ({ text }: Line): boolean => /^[A-ZĐ]{1,5}[.-]?\s?\(?\d+\)?\.?$/u.test(text);
