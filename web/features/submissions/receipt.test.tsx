import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import type { Receipt } from '#schema/contracts/submissions.ts';
import { setLocale } from '#web/shared/i18n.ts';
import { ReceiptPaper } from './receipt.component.tsx';
import { morning } from './testing/submissions.fixtures.ts';

afterEach(async () => {
  cleanup();
  await setLocale('zh-CN');
});

const receipt = (paper?: Receipt['paper']): Receipt => ({
  number: '20260708-ABCDEFGH',
  filedAt: morning,
  office: '医政科',
  organizationName: '东区第一医院',
  title: '自查情况报告',
  late: false,
  revision: 1,
  contentHash: 'a'.repeat(64),
  files: [],
  ...(paper === undefined ? {} : { paper }),
});
const show = (paper?: Receipt['paper']) =>
  render(() => <ReceiptPaper receipt={receipt(paper)} title="自查情况报告" />).container
    .textContent;

test('a receipt where the paper prevails says nothing of 按期 before the paper came', () => {
  const text = show({ prevails: 'paper' });
  expect(text).toContain('以纸质件收到日期为准，纸质件未到');
  expect(text).not.toContain('按期');
});

test('once the paper came its day is what counts', () => {
  const text = show({ prevails: 'paper', receivedOn: '2026-07-09' });
  expect(text).toContain('收到纸质件，以此为准');
  expect(text).toContain('按期');
});

test('where the scan prevails, or nothing is said, the electronic filing counts', async () => {
  expect(show({ prevails: 'scan' })).toContain('以电子件为准');
  cleanup();
  expect(show()).not.toContain('纸质件');
  cleanup();
  await setLocale('en');
  expect(show({ prevails: 'scan' })).toContain('The scan prevails');
  expect(screen.queryByText('以电子件为准')).toBeNull();
});
