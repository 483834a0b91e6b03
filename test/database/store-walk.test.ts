import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '../../src/registry/post.ts';
import { search } from '../../src/services/search.ts';
import { actingAs } from '../../src/store/acting.ts';
import type { Db } from '../../src/store/database.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { type Hidden, type HiddenWorld, hidden, storeHiddenWorld, wordOf } from '../hidden-world.ts';
import { type Values, valuesIn } from '../walk-values.ts';

/**
 * Every function of the store that asks, asked for each role with every id there is, and no check of the program between: what comes
 * back holds nothing that the role must not see.
 */

/** What nobody outside so-a sees, whatever the role; and what some see. */
const seenBy: Record<Role, readonly Hidden[]> = {
  administrator: ['review', 'account', 'signIn'],
  coordinator: ['review', 'report', 'stocktake', 'followNote'],
  leader: ['review', 'report', 'stocktake'],
  head: [],
  officer: [],
  supervisor: [],
};

/** What an officer of so-a sees, whose all of it is. */
const ownOf: readonly Hidden[] = [
  'draft',
  'answer',
  'cell',
  'section',
  'stocktake',
  'account',
  'signIn',
  'notice',
  'import',
  'upload',
];

/** What the store itself is made of: it asks nothing, or is no question of a person's. */
const notAsked = [
  ...[
    'acting',
    'acting-roles',
    'account-tables',
    'announcements',
    'batches',
    'conditions',
    'database',
    'database-trouble',
    'document-rows',
    'duties-then',
    'duty-states',
    'figure-cells',
    'file-tables',
    'kept-plans',
    'migrate',
    'replica',
    'server-roles',
    'servers',
    'silence',
  ],
  // The queue's own schema, and the machine's state, which no person reaches.
  'jobs',
  'request-keys',
  'vitals',
  ...['request-failures', 'sizes', 'slow-questions'],
  // Whole tables, for backups: asked by the machine's own terminal only.
  'whole-tables',
  // Withheld from persons: files are read for whoever has seen the row that names them.
  'stored-files',
  ...['people', 'reporting-tables', 'stocktake-tables', 'tables', 'validity', 'work-queries', 'work-tables'],
];
/** Their functions take conditions that others build: they are asked with those. */
const partsOfQuestions = ['findings', 'found-keys'];
/** They take the transaction only. */
const onlyChanges = ['handed-duties', 'held-submissions', 'outbox', 'retention', 'sealed-texts', 'seed'];
/** They want what is not in this world: a signed report, an import of figures. */
const wantMore = ['reports.frozenAppendices', 'figure-imports.refusedRows'];
const changing = /^(?:insert|end|set|put|tell|delete|dismiss|touch|begin|renew|settle|forget|uncount|countAttempt)/;

/** What reads and keeps others waiting takes the transaction, too. */
const holding = /^(?:hold|lock|find|get|read|list|has|waiting)/;

type Asking = { file: string; name: string; ask: (...values: unknown[]) => unknown; parameters: string[] };

const storeFolder = new URL('../../src/store/', import.meta.url);
const files = readdirSync(fileURLToPath(storeFolder)).filter((file) => /^[a-z-]+\.ts$/.test(file));

/** Commas at the outermost level part parameters, whatever stands inside of braces. */
function parted(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of list) {
    if ('({['.includes(letter)) depth++;
    if (')}]'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function parametersOf(ask: Asking['ask']): string[] {
  const text = String(ask);
  const from = text.indexOf('(');
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return parted(text.slice(from + 1, at));
  }
  return [];
}

/** A function that asks takes the database; one that changes something takes the transaction. */
async function findAskings(): Promise<Asking[]> {
  const found: Asking[] = [];
  for (const file of files) {
    const parts = Object.entries((await import(new URL(file, storeFolder).href)) as Record<string, unknown>);
    for (const [name, ask] of parts) {
      if (typeof ask !== 'function') continue;
      const [first, ...parameters] = parametersOf(ask as Asking['ask']);
      if (first === 'db' ? !changing.test(name) : first === 'trx' && holding.test(name))
        found.push({ file: file.replace('.ts', ''), name, ask: ask as Asking['ask'], parameters });
    }
  }
  return found;
}

/** The values of one parameter: by its name, or a record with a value for each of its fields. */
function valuesOf(parameter: string, at: number, values: Values, of: Values): unknown {
  const [pattern = ''] = parameter.split(/\s=\s(?![^{]*\})/);
  if (pattern.startsWith('{')) {
    const fields = parted(pattern.slice(1, -1)).map((field) => field.split(/[:=]/)[0]?.trim() ?? '');
    return Object.fromEntries(fields.map((field) => [field, valuesOf(field, at, values, of)]));
  }
  const own = of[pattern] ?? values[pattern];
  if (!own) return undefined;
  return own[at % own.length];
}

describe.each(engines.slice(0, 1))('what the store tells, on $name', (engine) => {
  let database: FreshDatabase;
  let world: HiddenWorld;
  let askings: Asking[] = [];
  let values: Values = {};
  let special: Record<string, Values> = {};

  beforeAll(async () => {
    database = await freshDatabase(engine);
    world = await storeHiddenWorld(database.db);
    askings = (await findAskings()).filter(({ file }) => !notAsked.includes(file) && !partsOfQuestions.includes(file));
    ({ values, special } = valuesIn(world));
  });
  afterAll(() => database.drop());

  /** All that it tells, or undefined where it could not be asked at all; nothing of what it changes stays. */
  async function told(db: Db, { file, name, ask, parameters }: Asking, at: number): Promise<string | undefined> {
    const given = parameters.map((parameter) =>
      valuesOf(parameter, at, values, special[`${file}.${name}`] ?? special[file] ?? {}),
    );
    let answer: string | undefined;
    await db
      .transaction()
      .execute(async (trx) => {
        // What is read row by row begins a transaction of its own.
        const streamed = String(ask).startsWith('async function*') || name.startsWith('read');
        const asked = ask(streamed ? db : trx, ...given);
        const all =
          asked && typeof asked === 'object' && Symbol.asyncIterator in asked
            ? await Array.fromAsync(asked as AsyncIterable<unknown>)
            : await asked;
        answer =
          JSON.stringify(all, (_, value: unknown) =>
            value instanceof Map
              ? [...value]
              : value instanceof Set
                ? [...value]
                : Buffer.isBuffer(value)
                  ? value.toString('latin1')
                  : value,
          ) ?? '';
        throw new Error('taken back');
      })
      // Refused by the wall, or no question with this id: another one is.
      .catch(() => undefined);
    return answer;
  }

  async function allTold(db: Db): Promise<{ saying: Map<Hidden, string[]>; unanswered: string[] }> {
    const saying = new Map<Hidden, string[]>();
    const unanswered: string[] = [];
    for (const asking of askings) {
      const answers = [];
      for (let at = 0; at < turns(asking); at++) answers.push(await told(db, asking, at));
      const name = `${asking.file}.${asking.name}`;
      if (answers.every((answer) => answer === undefined)) unanswered.push(name);
      for (const kind of hidden)
        if (answers.some((answer) => answer?.includes(wordOf(kind))))
          saying.set(kind, [...(saying.get(kind) ?? []), name]);
    }
    return { saying, unanswered };
  }

  /** As many as the parameter with the most values has. */
  const turns = ({ file, name, parameters }: Asking): number => {
    const of = special[`${file}.${name}`] ?? special[file] ?? {};
    const names = parameters.flatMap((parameter) => parameter.match(/\w+/g) ?? []);
    return Math.max(1, ...names.map((one) => (of[one] ?? values[one] ?? []).length));
  };

  it('can be asked, all of it: each function answers the program, and each hidden thing is told by some', async () => {
    const { saying, unanswered } = await allTold(database.db);
    expect(unanswered.filter((name) => !wantMore.includes(name))).toEqual([]);
    expect(hidden.filter((kind) => !saying.has(kind))).toEqual([]);
  });

  it.each(roles)('holds nothing for the %s that is not for that role', async (role) => {
    const { saying } = await allTold(actingAs(database.db, { userId: world.people[role], day: '2026-03-20' }));
    const wrong = [...saying].filter(([kind]) => !seenBy[role].includes(kind));
    expect(wrong).toEqual([]);
    expect(seenBy[role].filter((kind) => !saying.has(kind))).toEqual([]);
  });

  it.each(roles)(
    'lets the %s find nothing by words that are hidden, nor count them, nor come near them',
    async (role) => {
      const db = actingAs(database.db, { userId: world.people[role], day: '2026-03-20' });
      const plain = { kind: [], year: [], agency: [], standing: [], offset: 0, limit: 50 };
      for (const kind of hidden) {
        const { total, facets, meant, hits } = await search(
          { db, clock: database.clock },
          { ...plain, q: wordOf(kind) },
        );
        const found = [total, hits.length, Object.values(facets).flat().length, meant.length];
        if (['review', 'report'].includes(kind) && seenBy[role].includes(kind)) continue;
        expect([kind, ...found]).toEqual([kind, 0, 0, 0, 0]);
      }
      const { total } = await search({ db, clock: database.clock }, { ...plain, q: 'thu ngan sach' });
      expect(total).toBeGreaterThan(0);
    },
  );

  it('holds for an agency’s own people what is theirs, so that what the others miss is no slip of this walk', async () => {
    const { saying } = await allTold(actingAs(database.db, { userId: world.ids.author ?? '', day: '2026-03-20' }));
    expect([...saying.keys()].toSorted()).toEqual([...ownOf].toSorted());
  });

  it('knows every file of the store: one that asks nothing is named as such', () => {
    const walked = new Set(askings.map(({ file }) => file));
    const silent = files.map((file) => file.replace('.ts', '')).filter((file) => !walked.has(file));
    expect(
      silent.filter(
        (file) => !notAsked.includes(file) && !partsOfQuestions.includes(file) && !onlyChanges.includes(file),
      ),
    ).toEqual([]);
  });
});
