import { inTenant } from '@skute/platform/db';
import type { Pool } from 'pg';

/** Every row of an organisation in this domain's tables as text; bytes are in hex. */
export async function rawTables(pool: Pool, tenant: string): Promise<string[]> {
  const rows = await inTenant(pool, tenant, (tx) =>
    tx.query<{ row: string }>({
      name: 'raw-tables',
      text: `
        select t::text as row from identity.person t
        union all select t::text from identity.number_token t
        union all select t::text from identity.search_token t`,
    }),
  );
  return rows.map(({ row }) => row);
}

/** How a text could stand in a table's dump. */
export function writings(text: string): string[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const base64 = [utf8, utf16].map((bytes) =>
    bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64'),
  );
  const hexOfBase64 = base64.map((written) => Buffer.from(written).toString('hex'));
  return [
    text,
    utf8.toString('hex'),
    utf16.toString('hex'),
    Buffer.from(utf16).swap16().toString('hex'),
    ...base64,
    ...hexOfBase64,
  ];
}
