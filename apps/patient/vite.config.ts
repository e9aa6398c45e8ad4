import { sharedConfig } from '@skute/ui/vite-shared';
import { defineConfig, mergeConfig } from 'vite';
import { serviceWorker } from './src/worker/build.ts';

export default defineConfig(
  mergeConfig(sharedConfig('/'), {
    plugins: [serviceWorker()],
    build: { rolldownOptions: { input: ['index.html'] } },
  }),
);
