/** Skute itself, as `npm start` runs it, but for building the apps and making the demo clinic. */
import { readConfig } from '@skute/platform/config';
import { startServer } from '@skute/server';
import { serveParent } from './children.ts';

const running = await startServer(readConfig(process.env), { empty: true });
serveParent(Number(new URL(running.origin).port), () => running.stop());
