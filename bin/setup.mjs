// npm run setup: packages and web application, nothing started.
import { prepare } from './prepare.mjs';

try {
  prepare({ web: true });
  console.log('Sẵn sàng: npm start. / Ready: npm start.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
