import { expect, test } from 'vitest';
import { sameOriginPath } from './same-origin-path.ts';

test.each(['/', '/today', '/program/3?step=2', '/plan#zones', '/a/b-c_d~e.f', '/s%C3%B8k?q=%20'])(
  'a path of our own is followed: %s',
  (path) => {
    expect(sameOriginPath(path)).toBe(path);
  },
);

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /today',
  '/today ',
  '/.//evil.example',
  '/..//evil.example',
  '/a/../../x',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'today',
  '',
  '/a\\b',
  '/a?b=\\c',
  '/a\r\nset-cookie: x=y',
  '/\u0000',
  '/søk',
  '/"><script>',
  '/login/patient',
  '/login',
  '/idp/auth',
  `/${'a'.repeat(1000)}`,
  undefined,
  ['/today', '/today'],
  7,
])('anything else is not: %j', (value) => {
  expect(sameOriginPath(value)).toBeUndefined();
});
