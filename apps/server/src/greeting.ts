import type { Config } from '@skute/platform/config';

/** Printed when the server is up: where to go, and in practice mode as whom. */
export function greetingFor(origin: string, database: string, config: Config): string[] {
  const lines = [
    '',
    'Skute is running.',
    '',
    `  Patient app     ${origin}/`,
    `  Clinic portal   ${origin}/clinic/`,
  ];
  const machine = [`  API             ${origin}/openapi.json`, `  Database        ${database}`];
  if (config.mode === 'production') return [...lines, ...machine, ''];
  return [
    ...lines,
    ...machine,
    `  Data            ${config.dataDir} (delete the folder to start over)`,
    '',
    'Practice mode: nobody here exists. Log in by choosing one of them:',
    '  Kari Seilmoen   a patient who has just been invited',
    '  Ola Bris        a patient in the second week',
    '  Ingrid Havn     the dietitian who follows them, at Fjordbyen sykehus',
    '  Morten Kai      a colleague without a care relation: sees none of them',
    '  Elsa Strand     a dietitian in Sweden, at Region Kusten: another organisation',
    '',
    'Stop with Ctrl+C.',
    '',
  ];
}
