import type { Connection, Submittable } from 'pg';
import { type Db, newClient } from '../src/store/database.ts';

/** What pg's connection does beside its types: data of `copy … from stdin`. */
type CopyConnection = Connection & {
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
};

/** The plainest way in that PostgreSQL has: its own text format over the wire. */
class CopyIn implements Submittable {
  readonly #statement: string;
  readonly #chunks: readonly Buffer[];
  readonly #done: (error?: Error) => void;

  constructor(statement: string, chunks: readonly Buffer[], done: (error?: Error) => void) {
    this.#statement = statement;
    this.#chunks = chunks;
    this.#done = done;
  }

  submit(connection: Connection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.#chunks) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#done(error);
  }

  handleReadyForQuery(): void {
    this.#done();
  }
}

export async function copyRows(db: Db, statement: string, chunks: readonly Buffer[]): Promise<void> {
  const client = newClient(db);
  await client.connect();
  try {
    await new Promise<void>((resolve, reject) => {
      client.query(new CopyIn(statement, chunks, (error) => (error ? reject(error) : resolve())));
    });
  } finally {
    await client.end();
  }
}
