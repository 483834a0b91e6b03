import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { TiendoClient } from '../client.mjs';

/** A document, or an .edxml envelope with one, into the intake. The key needs the scope "documents". */
const { TIENDO_ADDRESS: address = '', TIENDO_KEY: key = '' } = process.env;
const tiendo = new TiendoClient({ address, key });
const [path = ''] = process.argv.slice(2);

const body = new FormData();
body.set('file', new File([await readFile(path)], basename(path)));
const { state, documentId } = await tiendo.call('POST /api/imports', { body });
if (documentId === null) console.log(state);
else {
  const { header, targets, tasks } = await tiendo.call('GET /api/documents/:id', { params: { id: documentId } });
  console.log(`${header.number}: ${targets.length} chỉ tiêu, ${tasks.length} nhiệm vụ`);
}
