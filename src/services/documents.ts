import type { DocumentSummary, PlanDocument } from '../registry/plan-document.ts';
import type { ReceivedEnvelope } from '../registry/received-envelope.ts';
import * as documents from '../store/documents.ts';
import { envelopesOfDocument } from '../store/envelopes.ts';
import { figuresOfDocument } from '../store/past-figures.ts';
import { targetsOfDocument } from '../store/targets.ts';
import { tasksOfDocument } from '../store/tasks.ts';
import type { Block, Page, Place } from '../values/block.ts';
import type { PastFigure, Target, Task } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { isOfStorage } from './stored-files/stored-files.ts';

/** @param asOf only what was in force on this day */
export const listDocuments = ({ db }: App, asOf?: PlainDate): Promise<DocumentSummary[]> =>
  documents.listDocuments(db, asOf);

export type WholeDocument = PlanDocument & {
  text: string;
  blocks: Block[];
  /** Empty where the file has no pages. */
  pages: Page[];
  places: Place[];
  targets: Target[];
  figures: PastFigure[];
  tasks: Task[];
  notes: Note[];
  envelopes: ReceivedEnvelope[];
};

export async function getDocument({ db }: App, id: string): Promise<WholeDocument> {
  const document = await documents.findDocument(db, id);
  if (!document) throw new Refusal('notFound');
  const [content, targets, figures, tasks, notes, envelopes] = await Promise.all([
    documents.getText(db, id),
    targetsOfDocument(db, id),
    figuresOfDocument(db, id),
    tasksOfDocument(db, id),
    documents.notesOfDocument(db, id),
    envelopesOfDocument(db, id),
  ]);
  return { ...document, ...content, targets, figures, tasks, notes, envelopes };
}

export type PageToShow = { tag: string; draw: () => Promise<Uint8Array> };

/**
 * A page of the original file as a picture; its tag names what is seen, so that whoever has it need not have it drawn.
 * @param number from 1
 * @param width in pixels
 */
export async function getPage(
  { db, files, painter }: App,
  id: string,
  number: number,
  width: number,
): Promise<PageToShow> {
  const found = await documents.findPage(db, id, number - 1);
  if (!found) throw new Refusal('notFound');
  const { fileHash, format } = found;
  const turn = found.page.turn ?? 0;
  const bytes = () => files.read(fileHash);
  return {
    tag: [fileHash, number, width, turn].join('-'),
    draw: () =>
      painter.paint({ fileHash, format, bytes, page: number - 1, width, turn }).catch((error: unknown) => {
        throw error instanceof Refusal && !isOfStorage(error) ? new Refusal('pageNotDrawn', { page: number }) : error;
      }),
  };
}

type DocumentFile = Pick<documents.NamedFile, 'name' | 'format'> & { bytes: Buffer };

export async function getDocumentFile({ db, files }: Pick<App, 'db' | 'files'>, id: string): Promise<DocumentFile> {
  const file = await documents.findFile(db, id);
  if (!file) throw new Refusal('notFound');
  return { ...file, bytes: await files.read(file.hash) };
}
