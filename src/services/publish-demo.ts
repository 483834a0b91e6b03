import type { User } from '../registry/may.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { listDocuments } from './documents.ts';
import { getPublication, publishDocument } from './publications.ts';

const mostPublished = 2;
const reason = 'Công khai để người dân theo dõi, giám sát.';

/** The latest documents in force, so that whoever looks at the portal of the demo finds something there. */
export async function publishDemo(app: App, officer: User): Promise<void> {
  const issued = (await listDocuments(app)).filter(({ state, targetCount }) => state === 'issued' && targetCount > 0);
  for (const { id } of issued.slice(0, mostPublished)) {
    const { state, because, version } = await getPublication(app, id);
    if (state === 'never' && because === null)
      await publishDocument(app, officer, id, { version, from: today(app.clock), reason, keptBack: [] });
  }
}
