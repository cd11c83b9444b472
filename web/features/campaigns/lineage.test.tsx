import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import { setLocale } from '#web/shared/i18n.ts';
import { LineageList } from './lineage.component.tsx';

afterEach(async () => {
  cleanup();
  await setLocale('zh-CN');
});

const lineage = [
  { relation: 'basis' as const, title: '工作要点', number: '国卫〔2026〕1号', issuer: '上级机关' },
  { relation: 'replaces' as const, title: '旧方案' },
];

test('依据 are said with number and issuer where the document gives them, and not guessed', () => {
  render(() => <LineageList lineage={lineage} />);
  const lines = screen.getAllByRole('listitem').map((each) => each.textContent);
  expect(lines).toEqual(['依据：《工作要点》（国卫〔2026〕1号，上级机关）', '代替：《旧方案》']);
});

test('the relation is said in English too, the titles stay as they are written', async () => {
  await setLocale('en');
  render(() => <LineageList lineage={lineage} />);
  expect(screen.getByText(/Replaces/).textContent).toContain('《旧方案》');
});

test('a document that names none shows none', () => {
  const { container } = render(() => <LineageList lineage={undefined} />);
  expect(container.textContent).toBe('');
});
