import type { DutyStory, StoryCursor, StoryItem, StoryKind } from '../registry/duty-story.ts';
import type { Person } from '../registry/may.ts';
import { readDutyStory } from '../store/duty-story.ts';
import { agencyNamesOn } from '../store/names.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { type LookingAt, lookAtDuty } from './look-at-duty.ts';

type Page = { kind: StoryKind[]; limit: number; after?: StoryCursor | undefined };

/** Everything that became of a duty, newest first; what stays inside an agency is shown to its own people only. */
export const getDutyStory = (
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  page: Page,
): Promise<DutyStory> => lookAtDuty(app, person, dutyId, (looking) => storyOf(looking, page));

export async function storyOf({ trx, duty, hats, at }: LookingAt, page: Page): Promise<DutyStory> {
  const { items, next } = await readDutyStory(trx, duty, { ...page, inside: hats.isOwn });
  const names = await agencyNamesOn(trx, agenciesIn(items), dayOfMoment(at));
  return { items, next, agencies: Object.fromEntries(names) };
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
