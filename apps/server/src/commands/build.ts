/** `npm run build`: builds the patient app and the clinic portal. */
import { buildAppsIfNeeded } from '../build-apps.ts';

await buildAppsIfNeeded({ force: true });
