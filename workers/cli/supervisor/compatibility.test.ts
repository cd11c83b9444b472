import { expect, test } from 'vitest';
import { readCompatibility } from './compatibility.ts';

test('this machine runs the Worker by the rules that Cloudflare is given', () => {
  const { compatibilityDate, compatibilityFlags } = readCompatibility();
  expect(compatibilityDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(compatibilityFlags).toContain('nodejs_compat');
});

test('secrets are never copied into process.env', () => {
  expect(readCompatibility().compatibilityFlags).toContain(
    'nodejs_compat_do_not_populate_process_env',
  );
});

test('a configuration that names no rules is refused', () => {
  expect(() => readCompatibility('name = "qingfeng"')).toThrow('compatibility_date');
});
