/**
 * Stands in for zod in the built apps. A contract is read there for its methods, paths and kinds of reply; its schemas
 * check requests and replies on the server. So here every schema is the same thing, which takes any chain of calls and
 * refuses to check anything: a check that silently passed would be worse than none.
 */
const checks = new Set([
  'parse',
  'safeParse',
  'parseAsync',
  'safeParseAsync',
  'decode',
  'encode',
  'options',
  'enum',
  'shape',
]);

const schema: object = new Proxy(() => undefined, {
  apply: () => schema,
  get: (_, name) => {
    if (typeof name === 'string' && checks.has(name)) return refuse(name);
    return name === Symbol.toPrimitive ? () => 'schema' : schema;
  },
});

/** `z.enum` is a call on the namespace; `Schema.enum` is a read. Only the calls that check are refused. */
function refuse(name: string): unknown {
  if (name === 'enum') return schema;
  return () => {
    throw new Error(`Schemas can't be used in the browser (${name}). See ui/zod-in-browser.ts.`);
  };
}

export const z = schema;
export default schema;
