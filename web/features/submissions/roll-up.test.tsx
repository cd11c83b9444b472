import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { createFiling } from './filing.ts';
import type { Filing } from './filing.ts';
import { RollUpSection } from './roll-up.component.tsx';
import { shownTable, withoutSums } from './roll-up.presenter.ts';
import { serveAnswers, showAs } from './testing/page.fixtures.tsx';
import { makeDetail, makeSummary, morning } from './testing/submissions.fixtures.ts';

let restore: () => void = () => undefined;
afterEach(() => {
  cleanup();
  restore();
});

const unit = (
  organizationName: string,
  state: RollUpTable['units'][number]['state'],
  found?: number,
): RollUpTable['units'][number] => ({
  submissionId: `sub_${organizationName}`,
  organizationId: `org_${organizationName}`,
  organizationName,
  state,
  onBehalf: state === 'on-behalf',
  nil: false,
  revision: found === undefined ? 0 : 1,
  figures: found === undefined ? {} : { found },
});

const table: RollUpTable = {
  asOf: morning,
  task: { key: 'self-check', title: '自查情况报告' },
  relation: 'supervision',
  fields: [{ field: 'found', label: '发现问题数', by: 'sum', computed: false }],
  units: [
    unit('第一医院', 'accepted', 12),
    unit('门诊部', 'on-behalf', 3),
    unit('第二医院', 'waiting', 99),
    unit('第三医院', 'missing'),
  ],
  counts: { due: 4, filed: 3, accepted: 1, onBehalf: 1, waiting: 1, missing: 1, exempt: 0 },
  figures: [{ field: 'found', sum: 15, standing: 'open' }],
};
const rolledUp = (changes: Partial<SubmissionDetail> = {}) =>
  makeDetail({ rollUp: { fields: ['found'] }, ...changes });

const Page = (props: { detail: SubmissionDetail }) => {
  const filing = createFiling(() => props.detail, useSession());
  return <RollUpSection filing={filing} />;
};

const show = (detail: SubmissionDetail, shown = table) => {
  const path = `/api/submissions/${detail.summary.id}/roll-up`;
  const server = serveAnswers({
    [`GET ${path}`]: () => ({ body: shown }),
    [`PUT ${path}`]: () => ({ body: { id: detail.summary.id, state: 'draft', version: 2 } }),
  });
  restore = server.restore;
  return { ...showAs('hospital-clerk', () => <Page detail={detail} />), sent: server.sent };
};
const type = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });

describe('汇总上报', () => {
  test('says how many units are in, which are not, and adds up only what was accepted', async () => {
    const { container } = show(rolledUp());
    await waitFor(() =>
      expect(container.textContent).toContain(
        '应汇总 4 家，已审 2 家（其中代报 1 家），未审 1 家，未报 1 家。',
      ),
    );
    expect(container.textContent).toContain('未报（不计入） 1 家第三医院');
    expect(container.textContent).toContain('未审 1 家第二医院');
    const cells = [...container.querySelectorAll('.roll-up-table tr')].map(
      (row) => row.textContent,
    );
    expect(cells).toEqual([
      '单位状态发现问题数',
      '第一医院已审12',
      '门诊部代报3',
      '第二医院未审',
      '第三医院未报（不计入）',
      '汇总数15',
    ]);
  });

  test('an adjusted figure asks for its reason, and goes with it', async () => {
    const { sent } = show(rolledUp());
    await waitFor(() => expect(screen.getByRole('button', { name: /更新汇总数/ })).toBeTruthy());
    type(/：调整数/, '16');
    fireEvent.click(screen.getByRole('button', { name: /更新汇总数/ }));
    expect(screen.getByText('请写明与汇总数不同的原因。')).toBeTruthy();
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
    type(/：调整原因/, '一件由本局查办');
    fireEvent.click(screen.getByRole('button', { name: /更新汇总数/ }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      adjustments: [{ field: 'found', figure: 16, reason: '一件由本局查办' }],
    });
  });

  test('left empty takes the sums, and nothing but a number is a figure', async () => {
    const { sent } = show(rolledUp());
    await waitFor(() => expect(screen.getByRole('button', { name: /更新汇总数/ })).toBeTruthy());
    type(/：调整数/, '十六');
    fireEvent.click(screen.getByRole('button', { name: /更新汇总数/ }));
    expect(screen.getByText('请填数字。')).toBeTruthy();
    type(/：调整数/, '');
    fireEvent.click(screen.getByRole('button', { name: /更新汇总数/ }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ adjustments: [] });
  });

  test('after 报送 shows the table as it was filed, and says that figures have changed since', async () => {
    const filed = {
      revision: 1,
      at: morning,
      units: table.units.slice(0, 1),
      counts: { ...table.counts, due: 1 },
      figures: [{ field: 'found', sum: 12, figure: 12, standing: 'same' as const }],
    };
    const detail = rolledUp({ summary: makeSummary({ state: 'accepted' }) });
    const { container } = show(detail, { ...table, filed });
    await waitFor(() => expect(container.textContent).toContain('报送以后，下级单位的数有变化'));
    expect(container.querySelector('.roll-up-table tfoot')?.textContent).toBe('汇总数12');
    expect(screen.queryByRole('button', { name: /更新汇总数/ })).toBeNull();
    expect(shownTable({ ...table, filed }, 'returned').isFiled).toBe(false);
  });

  test('the form below asks for none of the sums again', () => {
    const keys = (detail: SubmissionDetail) => withoutSums(detail).fields.map(({ key }) => key);
    expect(keys(makeDetail())).toContain('found');
    expect(keys(rolledUp())).not.toContain('found');
  });

  test('sums that were taken over stand in nobody’s way to 审签', () => {
    let filing: Filing | undefined;
    const Probe = () => {
      filing = createFiling(
        () => rolledUp({ answers: { found: 15, summary: '已逐件核对' } }),
        useSession(),
      );
      return null;
    };
    showAs('hospital-clerk', () => <Probe />);
    filing?.check('sign-off');
    expect(filing?.errors().map(({ path }) => path)).not.toContain('found');
    expect(filing?.errors().map(({ code }) => code)).not.toContain('unknown-field');
  });
});
