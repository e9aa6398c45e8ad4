/** The bare twins: fastify and pg with nothing between. `/open/a/b/c` runs the statement `open` with those three values. */
import fastify from 'fastify';
import pg from 'pg';
import { statements } from '../twin/statements.ts';
import { portOf, serveParent } from './children.ts';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = fastify();
for (const [name, text] of Object.entries(statements)) {
  const method = name.startsWith('open') || name.startsWith('finish') ? 'POST' : 'GET';
  app.route({
    method,
    url: `/${name}/*`,
    handler: async (request) => {
      const values = (request.params as { '*': string })['*'].split('/');
      const { rows } = await pool.query({ name, text, values });
      return rows;
    },
  });
}
await app.listen({ port: 0, host: '127.0.0.1' });
serveParent(portOf(app.server), async () => {
  await app.close();
  await pool.end();
});
