import { squeeze } from '../../values/vietnamese.ts';
import { bodiesOfCell, splitBodies } from './bodies.ts';

/** Who leads and who coordinates, where one cell says both. */
export type CellDoers = { lead: string[]; coord: string[] };

type Read = (paragraphs: string[]) => CellDoers | undefined;

const label =
  /(?:^|[;,.\n]\s*|\s)[-–+•]?\s*(?:(?:cơ quan|đơn vị)\s+)?(?<role>chủ trì|phối hợp|đầu mối|thực hiện)(?:\s+(?:chính|thực hiện))?\s*:\s*/giu;

/** "Chủ trì: Sở Công Thương; phối hợp: Công ty Điện lực", or a line each. */
const labelled: Read = (paragraphs) => {
  const text = paragraphs.join('\n');
  const labels = [...text.matchAll(label)];
  if (labels.length === 0 || labels[0]?.index !== 0) return undefined;
  const found: CellDoers = { lead: [], coord: [] };
  for (const [i, match] of labels.entries()) {
    const words = text.slice(match.index + match[0].length, labels[i + 1]?.index);
    const coordinates = match.groups?.role?.toLowerCase() === 'phối hợp';
    found[coordinates ? 'coord' : 'lead'].push(...bodiesOfCell(words.split('\n')));
  }
  return found;
};

const bracket = /\s*\(\s*(?<role>chủ trì|phối hợp|đầu mối)(?: thực hiện)?\s*\)[\s,;.]*(?:và\s+)?/giu;

/** "Công an tỉnh (chủ trì), Sở Công Thương (phối hợp)". */
const bracketed: Read = (paragraphs) => {
  const text = paragraphs.join('; ');
  const found: CellDoers = { lead: [], coord: [] };
  let from = 0;
  for (const match of text.matchAll(bracket)) {
    const bodies = splitBodies(text.slice(from, match.index));
    found[match.groups?.role?.toLowerCase() === 'phối hợp' ? 'coord' : 'lead'].push(...bodies);
    from = match.index + match[0].length;
  }
  if (found.lead.length === 0) return undefined;
  return { ...found, coord: [...found.coord, ...splitBodies(text.slice(from))] };
};

const spoken =
  /^(?<lead>.{2,200}?)\s+(?:là cơ quan )?chủ trì[,;]?\s*(?:và\s+)?phối hợp\s+(?:với\s+|cùng\s+)*(?<coord>.+?)(?:\s+(?:tổ chức|triển khai)?\s*thực hiện)?[.;]?$/iu;

/** "Bộ Chỉ huy Quân sự tỉnh chủ trì, phối hợp với Công an tỉnh". */
const inSentence: Read = (paragraphs) => {
  const groups = spoken.exec(squeeze(paragraphs.join('; ')))?.groups;
  return groups?.lead && groups.coord
    ? { lead: splitBodies(groups.lead), coord: splitBodies(groups.coord) }
    : undefined;
};

/**
 * @param paragraphs of a cell of who leads
 * @param both true where the column is of those who lead and of those who coordinate: the first named leads
 */
export function doersOfCell(paragraphs: string[], both: boolean): CellDoers {
  const found = labelled(paragraphs) ?? bracketed(paragraphs) ?? inSentence(paragraphs);
  if (found) return found;
  const bodies = bodiesOfCell(paragraphs);
  return both ? { lead: bodies.slice(0, 1), coord: bodies.slice(1) } : { lead: bodies, coord: [] };
}
