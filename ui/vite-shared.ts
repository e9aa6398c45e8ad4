/** The build settings that the patient app and the clinic share. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { precompress } from './precompress.ts';

/**
 * Packages that don't say so themselves, but whose modules do nothing on import. Without this, four small components of
 * Designsystemet cost 70 kB gzip. `designsystemet-web` is not among them: it registers elements.
 */
const quiet = /[\\/](@digdir[\\/]designsystemet-react|@navikt[\\/]aksel-icons|@tanstack|@floating-ui)[\\/]/;

/** The apps need the contracts' methods and paths, not their schemas: 27 kB gzip saved. See the file. */
const zodInBrowser = fileURLToPath(new URL('./zod-in-browser.ts', import.meta.url));

/** @param base Where the server serves the app: `/` or `/clinic/`. */
export function sharedConfig(base: string): UserConfig {
  return {
    base,
    plugins: [react(), precompress()],
    resolve: { alias: [{ find: /^zod$/, replacement: zodInBrowser }] },
    build: {
      target: 'es2022',
      manifest: true,
      // The server's content security policy allows no data: scripts or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !quiet.test(id) } },
    },
    server: { proxy: { '/api': serverAddress(), '/login': serverAddress() } },
  };
}

function serverAddress(): string {
  return process.env.SKUTE_SERVER ?? 'http://127.0.0.1:3000';
}
