import { cleanup, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { PaperRow } from './paper.component.tsx';
import { ReceiptWithActs } from './receipt-acts.component.tsx';
import { ReceiptSheet } from './receipt-sheet.component.tsx';
import { showAs } from './testing/page.fixtures.tsx';
import { morning } from './testing/submissions.fixtures.ts';

afterEach(cleanup);

const receipt = {
  number: '20260708-ABCDEFGH',
  filedAt: morning,
  office: '医政科',
  organizationName: '东区第一医院',
  revision: 2,
  contentHash: 'a'.repeat(64),
  files: [{ name: '自查表.pdf', bytes: 2048, sha256: 'b'.repeat(64) }],
};
const subject = { name: '来件', words: '报送耗材自查情况' };

const rowsOf = (table: HTMLElement | undefined) =>
  table
    ? within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent)
    : [];

describe('a receipt', () => {
  test('says what arrived, from whom, where and when, with its caller’s own rows', () => {
    showAs('hospital-clerk', () => (
      <ReceiptSheet receipt={receipt} subject={subject} timeliness="（按期）">
        <PaperRow name="纸质件">未到</PaperRow>
      </ReceiptSheet>
    ));
    const [facts, files] = screen.getAllByRole('table');
    const rows = rowsOf(facts);
    expect(rows).toHaveLength(8);
    expect(rows[2]).toBe('来件报送耗材自查情况');
    expect(rows[4]).toContain('（按期）');
    expect(rows[5]).toBe('纸质件未到');
    expect(rows[7]).toContain('AAAA');
    expect(rowsOf(files)[1]).toContain('自查表.pdf');
  });

  test('says that nothing was attached where nothing was', () => {
    showAs('hospital-clerk', () => (
      <ReceiptSheet receipt={{ ...receipt, files: [] }} subject={subject} timeliness="" />
    ));
    expect(screen.getAllByRole('table')).toHaveLength(1);
    expect(screen.queryByText('自查表.pdf')).toBeNull();
  });

  test('leads back to what was filed only where that has a page', () => {
    const show = (href?: string) => {
      showAs('hospital-clerk', () => (
        <ReceiptWithActs receipt={receipt} filed={{ label: '自查情况', href }}>
          <p>回执正文</p>
        </ReceiptWithActs>
      ));
      expect(screen.getByText('回执正文')).toBeTruthy();
      expect(screen.getByText(/20260708-ABCDEFGH/)).toBeTruthy();
      const link = screen.queryByRole('link', { name: '自查情况' });
      cleanup();
      return link?.getAttribute('href') ?? undefined;
    };
    expect(show('/submissions/sub_1')).toBe('/submissions/sub_1');
    expect(show()).toBeUndefined();
  });
});
