import { TiendoClient, TiendoError } from '../client.mjs';

/** Figures out of another system, whole or not at all; sent a second time they are the same figures. The key needs the scope "figures". */
const { TIENDO_ADDRESS: address = '', TIENDO_KEY: key = '' } = process.env;
const tiendo = new TiendoClient({ address, key });
const [agency = '', indicator = '', period = '', value = ''] = process.argv.slice(2);

try {
  const { stored, same } = await tiendo.call('POST /api/figure-batches', {
    body: { figures: [{ agency, indicator, period, value: Number(value) }] },
    idempotencyKey: `${agency} ${indicator} ${period} ${value}`,
  });
  console.log(`${stored} số liệu đã ghi, ${same} đã có`);
} catch (error) {
  if (!(error instanceof TiendoError)) throw error;
  for (const { at, field, code } of error.faults) console.log(`${at}\t${field}\t${code}`);
  process.exitCode = 1;
}
