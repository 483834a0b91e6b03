import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies, storeGroup } from '../../test/registers.ts';
import type { User } from '../registry/may.ts';
import type { Draft, ReviewAction, ReviewItem, Seen } from '../registry/review.ts';
import { Refusal } from '../values/refusal.ts';
import { actInReview } from './act-in-review.ts';
import { changeDocumentState } from './change-document-state.ts';
import { getReview } from './review.ts';

const text = 'Sở Tài chính chủ trì giải ngân vốn đầu tư công. Sở Y tế phối hợp khám chữa bệnh. Cả tỉnh cùng làm.';

/** What an officer may think of; `pick` and `to` say to which findings it is done. */
const Wish = fc.record({
  verb: fc.constantFrom(
    ...(['accept', 'reject', 'reopen', 'correct', 'split', 'join', 'add', 'setAgencies', 'resolveAgency'] as const),
    ...(['chooseMembers', 'undo'] as const),
  ),
  pick: fc.nat(40),
  to: fc.nat(6),
  everywhere: fc.boolean(),
});
type Wish = typeof Wish extends fc.Arbitrary<infer W> ? W : never;

const seen = ({ kind, id, version }: ReviewItem): Seen => ({ kind, id, version });
const place = (at: number) => ({ start: at * 5, end: at * 5 + 9 });

function draftOf(item: ReviewItem, at: number): Draft {
  if (item.kind === 'target') {
    const { id: _, confidence: __, ...fields } = item.record;
    return { kind: 'target', fields: { ...fields, span: place(at), name: `Phần ${at}` } };
  }
  const { id: _, confidence: __, source: ___, ...fields } = item.record;
  return { kind: 'task', fields: { ...fields, span: place(at), lead: [`Sở ${at}`, 'Sở Y tế'] } };
}

function actionOf({ verb, pick, to, everywhere }: Wish, items: readonly ReviewItem[]): ReviewAction | undefined {
  const item = items[pick % Math.max(1, items.length)];
  if (verb === 'undo') return { verb };
  if (!item) return undefined;
  const [mention] = item.mentions;
  const inText = items
    .filter(({ kind }) => kind === item.kind)
    .toSorted((a, b) => a.record.span.start - b.record.span.start || a.position - b.position);
  const from = inText.indexOf(item);
  switch (verb) {
    case 'accept':
    case 'reject':
    case 'reopen':
      return { verb, items: items.filter(({ may }, at) => at % 3 === pick % 3 && may.includes(verb)).map(seen) };
    case 'correct': {
      const { kind, fields } = draftOf(item, to);
      const change = kind === 'target' ? { kind, fields: { ...fields, value: to } } : { kind, fields };
      return { verb, item: seen(item), change };
    }
    case 'split':
      return { verb, item: seen(item), parts: [draftOf(item, to), draftOf(item, to + 1)] };
    case 'join':
      return { verb, items: inText.slice(from, from + 2).map(seen) };
    case 'add':
      return { verb, draft: draftOf(item, to) };
    case 'setAgencies': {
      const agencies = [{ name: 'Các sở liên quan', meaning: { groupId: 'lien-quan' } }];
      return { verb, items: [seen(item)], role: item.kind === 'task' ? 'lead' : 'named', agencies };
    }
    case 'resolveAgency': {
      if (!mention) return undefined;
      const { role, position } = mention;
      const meaning = to % 2 === 0 ? { agencyId: 'so-y-te' } : { groupId: 'lien-quan' };
      return { verb, item: seen(item), role, position, meaning, everywhere };
    }
    case 'chooseMembers': {
      const grouped = items.find(({ mentions }) => mentions.some(({ group }) => group !== null));
      const mention = grouped?.mentions.find(({ group }) => group !== null);
      if (!grouped || !mention) return undefined;
      return { verb, item: seen(grouped), role: mention.role, position: mention.position, agencyIds: ['so-y-te'] };
    }
  }
}

describe.each(engines)('undoing, on $name', (engine) => {
  let database: FreshDatabase;
  let officer: User;

  /** All that a review may change, but the versions, which never go back. */
  async function rowsOf(id: string): Promise<unknown> {
    const { rows } = await sql<{ rows: unknown }>`
      select json_build_object(
        'targets', (select json_agg(to_jsonb(f) - 'version' order by f.id) from target f where document_id = ${id}),
        'tasks', (select json_agg(to_jsonb(f) - 'version' order by f.id) from task f where document_id = ${id}),
        'agencies', (select json_agg(to_jsonb(a) order by finding_kind, finding_id, role, position)
          from finding_agency a where document_id = ${id}),
        'document', (select to_jsonb(d) - 'version' from document d where id = ${id})) as rows`.execute(database.db);
    return rows[0]?.rows;
  }

  beforeAll(async () => {
    database = await freshDatabase(engine);
    officer = { id: await storeUser(database.db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    await storeAgencies(database.db, { 'so-tai-chinh': 'Sở Tài chính', 'so-y-te': 'Sở Y tế' });
    await storeGroup(database.db, 'lien-quan', 'Các sở liên quan', true);
  });
  afterAll(() => database.drop());

  const newDocument = async (): Promise<string> => {
    const id = await storeDocument(database.db, officer.id, {
      text,
      targets: [0, 2, 4].map((at) =>
        aTarget({ span: place(at), valueSpan: place(at + 1), parentId: at ? 't1' : null }),
      ),
      tasks: [0, 3, 6].map((at) => aTask({ span: place(at), coord: at ? ['Sở Y tế'] : [], monitor: ['Sở Tài chính'] })),
    });
    await changeDocumentState(database, officer, id, { verb: 'beginReview', version: 1, acceptRest: false });
    return id;
  };

  it('as often as something was done gives exactly the rows of the beginning', { timeout: 120_000 }, async () => {
    const done: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(Wish, { minLength: 5, maxLength: 12 }), async (wishes) => {
        const id = await newDocument();
        const before = await rowsOf(id);
        for (const wish of wishes) {
          const action = actionOf(wish, (await getReview(database, officer, id)).items);
          const acted = action && actInReview(database, officer, id, action);
          await acted?.then(
            () => {
              done[wish.verb] = (done[wish.verb] ?? 0) + 1;
            },
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error;
            },
          );
        }
        while ((await getReview(database, officer, id)).undo)
          await actInReview(database, officer, id, { verb: 'undo' });
        expect(await rowsOf(id)).toEqual(before);
      }),
      { numRuns: 20 },
    );
    expect(Object.keys(done).length).toBeGreaterThanOrEqual(8);
  });
});
