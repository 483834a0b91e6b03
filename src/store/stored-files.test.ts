import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { engines, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { aDocument, storeUser } from '../../test/readings.ts';
import { migrationsFolder } from '../installation.ts';
import { documentRow } from './document-rows.ts';
import { makeFormOf, migrate } from './migrate.ts';
import { findStoredFile, findStoredPart, namedFiles } from './stored-files.ts';

/** The last form in which bytes lay in the rows that named them. */
const before = 52;
const mebibyte = 1024 * 1024;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each(engines)('files of before, on $name', (engine) => {
  it('are brought under their hashes by the migration, each once, with all that names them', async () => {
    const database = await freshDatabase(engine, 'template0');
    const { db } = database;
    await db.transaction().execute((trx) => makeFormOf(trx, migrationsFolder, before));
    const user = await storeUser(db);
    await storeProvince(db);
    const [plan, proof, form] = [randomBytes(3000), randomBytes(2 * mebibyte + 5), Buffer.from('%PDF-1.4')];
    const document = { ...aDocument({}, user), file: { name: 'a.docx', hash: hashOf(plan), size: plan.length } };
    await db.insertInto('document').values(documentRow(document)).execute();
    await sql`insert into document_file (document_id, bytes) values (${document.id}, ${plan})`.execute(db);
    await sql`insert into template (id, kind, file_name, bytes, uploaded_by, uploaded_at)
      values (${randomUUID()}, 'report', 'mau.docx', ${form}, ${user}, now())`.execute(db);
    for (let nth = 0; nth < 2; nth++) {
      const duty = randomUUID();
      await sql`insert into duty (id, root_id, agency_id, kind, content, stage)
        values (${duty}, ${duty}, 'so-a', 'part', 'Phần việc', 'accepted')`.execute(db);
      for (let part = 0; part < 3; part++)
        await sql`insert into evidence_file (duty_id, hash, part, bytes)
          values (${duty}, ${hashOf(proof)}, ${part}, ${proof.subarray(part * mebibyte, (part + 1) * mebibyte)})`.execute(
          db,
        );
      await sql`insert into evidence (id, duty_id, agency_id, added_by, added_at, file_name, file_type, file_size, file_hash)
        values (${randomUUID()}, ${duty}, 'so-a', ${user}, now(), 'a.pdf', 'pdf', ${proof.length}, ${hashOf(proof)})`.execute(
        db,
      );
    }
    await migrate(db, migrationsFolder);
    const named = (await Array.fromAsync(namedFiles(db))).map(({ hash }) => hash);
    expect(named).toEqual([plan, proof, form].map(hashOf).sort());
    for (const bytes of [plan, proof, form]) {
      const hash = hashOf(bytes);
      expect(await findStoredFile(db, hash)).toEqual({ hash, size: bytes.length, place: 'database', alsoAt: null });
      const parts = [0, 1, 2].map((part) => findStoredPart(db, hash, part));
      expect(Buffer.concat((await Promise.all(parts)).flatMap((part) => part ?? [])).equals(bytes)).toBe(true);
    }
    // Nothing that is named can go.
    await expect(sql`delete from stored_file`.execute(db)).rejects.toThrow('foreign key');
    await database.drop();
  });
});
