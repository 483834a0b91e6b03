import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the page comes from vite and its calls go to a server started beside it. */
const server = `http://127.0.0.1:${process.env.TIENDO_PORT ?? '8080'}`;

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // zod is set up in the file that holds it, so that no schema is made before.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|web\/no-eval/ }] } },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server }, fs: { allow: ['..'] } },
});
