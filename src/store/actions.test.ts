import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeUser } from '../../test/readings.ts';
import { type NewAction, readStory, recordActions } from './actions.ts';

describe.each(engines)('recorded actions, on $name', (engine) => {
  let database: FreshDatabase;
  let userId: string;
  const documentId = randomUUID();
  const operation = randomUUID();
  const at = new Date('2026-02-03T04:05:06Z');

  const anAction = (changes: Partial<NewAction>): NewAction => ({
    operation,
    at,
    userId,
    verb: 'accept',
    documentId,
    subjectKind: 'task',
    subjectId: 'n1',
    reason: null,
    before: { review: 'proposed' },
    after: { review: 'accepted' },
    ...changes,
  });

  beforeAll(async () => {
    database = await freshDatabase(engine);
    userId = await storeUser(database.db);
    await recordActions(database.db, [
      anAction({}),
      anAction({ subjectId: 'n2', reason: 'Cả nhóm' }),
      anAction({ documentId: null, subjectKind: 'agency', subjectId: 'so-y-te', verb: 'correct', before: null }),
    ]);
  });
  afterAll(() => database.drop());

  it('tell the story of a document, of a finding and of an agency, latest first, with who and when', async () => {
    const story = await readStory(database.db, { documentId }, { limit: 10 });
    expect(story.map(({ subjectId }) => subjectId)).toEqual(['n2', 'n1']);
    expect(story[0]).toMatchObject({
      operation,
      at: '2026-02-03T04:05:06.000Z',
      by: { id: userId, name: 'Cán bộ Thử' },
      verb: 'accept',
      reason: 'Cả nhóm',
      before: { review: 'proposed' },
      after: { review: 'accepted' },
      undone: false,
    });
    const finding = { documentId, subject: { kind: 'task', id: 'n1' } };
    expect(await readStory(database.db, finding, { limit: 10 })).toHaveLength(1);
    expect(await readStory(database.db, { subject: { kind: 'agency', id: 'so-y-te' } }, { limit: 10 })).toHaveLength(1);
  });

  it('are handed out a part at a time', async () => {
    const [latest] = await readStory(database.db, { documentId }, { limit: 1 });
    const rest = await readStory(database.db, { documentId }, { limit: 10, before: latest?.id });
    expect(rest.map(({ subjectId }) => subjectId)).toEqual(['n1']);
  });

  it('are undone once at most, and both stay', async () => {
    const [{ id } = { id: 0 }] = await readStory(database.db, { documentId }, { limit: 1 });
    const undoing = anAction({ operation: randomUUID(), verb: 'undo', undoes: id });
    await recordActions(database.db, [undoing]);
    expect((await readStory(database.db, { documentId }, { limit: 2 })).map(({ undone }) => undone)).toEqual([
      false,
      true,
    ]);
    await expect(recordActions(database.db, [undoing])).rejects.toThrow('action_undoes_key');
  });

  it('are never changed or deleted, not even by hand', async () => {
    await expect(database.db.deleteFrom('action').execute()).rejects.toThrow('recorded actions are not changed');
    await expect(database.db.updateTable('action').set({ verb: 'reject' }).execute()).rejects.toThrow('not changed');
  });
});
