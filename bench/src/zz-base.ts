import { openServer } from './postgres.ts';
import { openHospital, closeHospital, prepare } from './hospital.ts';
import { acts } from './acts/acts.ts';
import { cpuOf, cpuOfServer } from './cpu.ts';
import { readFileSync } from 'node:fs';
import { startDriver } from './drive/measure.ts';
const size = Number(process.argv[2] ?? 1000);
const only = (process.argv[3] ?? '').split(',').filter(Boolean);
const prof = process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval=500'] : [];
const clients = Number(process.env.C ?? 8);
const server = await openServer(process.env.PGS?.split(';') ?? []);
console.log(server.description);
const t0 = Date.now();
const h = await openHospital(server, size, prof);
console.log('seeded', size, (Date.now() - t0) / 1000, 's');
const pm = Number(readFileSync(server.folder + '/postgres/postmaster.pid','utf8').split('\n')[0]);
const driver = await startDriver();
for (const act of acts) {
  if (only.length && !only.includes(act.name)) continue;
  const lists = await prepare(h, act);
  let skip = 0, skipT = 0;
  const timed = async (child: any, o: any) => { const n0 = cpuOf(child.pid), p0 = cpuOfServer(pm); const r = await driver.run(o); const n = r.used; return { ...r, node: (cpuOf(child.pid) - n0) / n, pg: (cpuOfServer(pm) - p0) / n }; };
  const w = await driver.run({ port: h.skute.port, file: lists.skute, clients, warmMs: 0, forMs: Number(process.env.WARM ?? 4000), skip, repeat: act.repeat }); skip += w.used;
  const w2 = await driver.run({ port: h.twin.port, file: lists.twin, clients, warmMs: 0, forMs: 1000, skip: skipT, repeat: act.repeat }); skipT += w2.used;
  const our = [], tw = [];
  for (let rep = 0; rep < Number(process.env.REPS ?? 3); rep++) {
    const a = await timed(h.skute, { port: h.skute.port, file: lists.skute, clients, warmMs: 300, forMs: 2000, skip, repeat: act.repeat });
    skip += a.used;
    const b = await timed(h.twin, { port: h.twin.port, file: lists.twin, clients, warmMs: 300, forMs: 2000, skip: skipT, repeat: act.repeat });
    skipT += b.used;
    our.push(a); tw.push(b);
  }
  const f = (x: any) => `${Math.round(x.answers / x.seconds)}/s p50 ${x.p50.toFixed(2)} p99 ${x.p99.toFixed(2)} ${Math.round(x.bytesEach)}B ${JSON.stringify(x.statuses)}${x.ranOut ? ' RAN OUT' : ''}`;
  const cpu = (xs: any[]) => { const m = (k: string) => xs.map(x => x[k]).toSorted((p, q) => p - q)[Math.floor(xs.length / 2)]; return `node ${m('node').toFixed(2)} pg ${m('pg').toFixed(2)}`; };
  const med = (xs: any[]) => xs.map(x => x.answers / x.seconds).toSorted((p, q) => p - q)[Math.floor(xs.length / 2)];
  console.log(act.name.padEnd(14), (100 * med(our) / med(tw)).toFixed(0) + '%', 'cpu', cpu(our), 'twin', cpu(tw), '| ours', f(our.at(-1)), '| twin', f(tw.at(-1)));
}
console.log('rss', (await h.skute.memory()) / 1e6);
const m = await (await fetch(`http://127.0.0.1:${h.skute.port}/metrics`)).text();
const trips = Object.fromEntries([...m.matchAll(/skute_database_round_trips_total\{route="(\w+)"\} (\d+)/g)].map(x => [x[1], Number(x[2])]));
console.log(trips);
console.log(m.split('\n').filter(l => l.startsWith('skute_request_duration_seconds_count')).join('\n'));
driver.stop();
await closeHospital(h);
await server.stop();
