import { expect, test } from 'vitest';
import { themeCss } from './theme.domain.ts';

test('an accent that reads well stays as the commission chose it', () => {
  expect(themeCss('#1f5f8b')).toBe(':root{--accent:#1f5f8b;--accent-ink:#ffffff}\n');
});

test('an accent of a template that reads badly is darkened before it is served', () => {
  expect(themeCss('#ff0000')).toBe(':root{--accent:#e30000;--accent-ink:#ffffff}\n');
});
