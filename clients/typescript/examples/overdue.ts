import { TiendoClient } from '../client.mjs';

/** Every piece of work that is open and late, page after page: TIENDO_ADDRESS=https://… TIENDO_KEY=td_… node examples/overdue.ts */
const { TIENDO_ADDRESS: address = '', TIENDO_KEY: key = '' } = process.env;
const tiendo = new TiendoClient({ address, key });

let count = 0;
for await (const duties of tiendo.pages('GET /api/duties', { query: { state: 'openOverdue', limit: 100 } })) {
  for (const { due, agency } of duties) console.log(`${due}\t${agency.name}`);
  count += duties.length;
}
console.log(`${count} việc quá hạn`);
