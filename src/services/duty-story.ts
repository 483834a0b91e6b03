import type { StoryCursor, StoryItem, StoryKind } from '../registry/duty-story.ts';
import type { Person } from '../registry/may.ts';
import { readDutyStory } from '../store/duty-story.ts';
import { agencyNamesOn } from '../store/names.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { onDuty } from './duty-work.ts';

type Page = { kind: StoryKind[]; limit: number; after?: StoryCursor | undefined };
export type Story = { items: StoryItem[]; next: StoryCursor | null; agencies: Record<string, string> };

/** Everything that became of a duty, newest first; what stays inside an agency is shown to its own people only. */
export function getDutyStory(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  page: Page,
): Promise<Story> {
  return onDuty(
    app,
    person,
    dutyId,
    async ({ trx, hats, at }) => {
      const { items, next } = await readDutyStory(trx, dutyId, { ...page, inside: hats.isOwn });
      const names = await agencyNamesOn(trx, agenciesIn(items), dayOfMoment(at));
      return { items, next, agencies: Object.fromEntries(names) };
    },
    { hold: false },
  );
}

const namingFields = ['agencyId', 'deciderId'];

const agenciesIn = (items: readonly StoryItem[]): string[] => [
  ...new Set(
    items.flatMap((item) =>
      item.kind === 'urging'
        ? []
        : [item.before, item.after].flatMap((fields) =>
            namingFields.flatMap((field) => {
              const id = fields?.[field];
              return typeof id === 'string' ? [id] : [];
            }),
          ),
    ),
  ),
];
