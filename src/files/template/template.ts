import { zipSync } from 'fflate';
import type { TemplateValues } from '../../values/template.ts';
import { type FilledStory, fillStory, type WaitingBlock } from './fill.ts';
import { openTemplate, type TemplatePackage } from './package.ts';
import { blockMark } from './sections.ts';

/** What the file says of itself: nobody's name but the office's leaves with it. */
export type FileFacts = { title: string; creator: string };
export type SetBlock = (waiting: Omit<WaitingBlock, 'mark'>) => Promise<string>;

/**
 * A document made of a template that was checked.
 * @throws Refusal with a code that begins with "file"
 */
export async function fillTemplate(
  bytes: Uint8Array,
  { values, facts, setBlock }: { values: TemplateValues; facts: FileFacts; setBlock: SetBlock },
): Promise<Buffer> {
  const opened = openTemplate(bytes, 'template.docx');
  const files = withFacts(withoutOrigin(opened.files), facts);
  for (const story of opened.stories) {
    const xml = await withBlocks(fillStory(story, values), setBlock);
    files.set(story.name, Buffer.from(xml));
  }
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 6 }));
}

async function withBlocks({ xml, blocks }: FilledStory, setBlock: SetBlock): Promise<string> {
  const set = new Map<string, string>();
  for (const { mark, block, width } of blocks) set.set(mark, await setBlock({ block, width }));
  return xml.replaceAll(
    new RegExp(`<${blockMark} at="([^"]*)"/>`, 'g'),
    (whole, mark: string) => set.get(mark) ?? whole,
  );
}

type Files = TemplatePackage['files'];

const asText = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The .dotx on somebody's own disk that Word remembers. */
function withoutOrigin(files: Files): Files {
  const [settings, relations] = ['word/settings.xml', 'word/_rels/settings.xml.rels'];
  const cut = new Map(files);
  if (files.has(settings))
    cut.set(settings, Buffer.from(asText(files.get(settings)).replace(/<w:attachedTemplate\b[^>]*\/>/g, '')));
  if (files.has(relations))
    cut.set(
      relations,
      Buffer.from(asText(files.get(relations)).replace(/<Relationship\b[^>]*\/attachedTemplate"[^>]*\/>/g, '')),
    );
  return cut;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (letter) => escapes[letter] ?? letter);

function withFacts(files: Files, { title, creator }: FileFacts): Files {
  const core = 'docProps/core.xml';
  if (!files.has(core)) return files;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator></cp:coreProperties>`;
  return new Map(files).set(core, Buffer.from(xml));
}
