/** The bare twins: fastify and pg with nothing between. `/open/a/b/c` runs the statement `open` with those three values. */
import fastify from 'fastify';
import pg from 'pg';
import { statements } from '../twin/statements.ts';
import { portOf, serveParent } from './children.ts';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = fastify();
// A body is the last value, as it came.
app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
const writes = /^(open|finish|send)(-|$)/;
for (const [name, text] of Object.entries(statements)) {
  app.route({
    method: writes.test(name) ? 'POST' : 'GET',
    url: `/${name}/*`,
    handler: async (request) => {
      const values = (request.params as { '*': string })['*'].split('/');
      if (typeof request.body === 'string') values.push(request.body);
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
