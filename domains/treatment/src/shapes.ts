import { Instant } from '@skute/platform/contract';
import { z } from 'zod';

export const Because = z
  .strictObject({
    rule: z.string().nullable(),
    text: z.string(),
    by: z.enum(['rule', 'clinician']),
    at: Instant,
  })
  .meta({ id: 'Because', description: 'Why something is open, hidden or held, in the reader’s language.' });
