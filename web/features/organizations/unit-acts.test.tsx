import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EndingPreview } from '#schema/contracts/organization-acts.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { UnitActs, UnitHistory } from './unit-acts.component.tsx';

beforeAll(() => loadWords('units'));
let restore: () => void = () => undefined;
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

const unit: OrganizationDetail = {
  id: 'org_1',
  name: '东区第一医院',
  shortName: '东区第一医院',
  order: 10,
  kind: 'hospital',
  level: 'secondary',
  ownership: 'public',
  tags: [],
  status: 'open',
  mergedIntoId: null,
  openedOn: null,
  closedOn: null,
  paths: {},
  version: 3,
  facts: [],
  relations: [],
  formerNames: [],
  acts: [],
};
const closing: NonNullable<OrganizationDetail['acts']>[number] = {
  id: 'act_1',
  kind: 'merge',
  effectiveOn: '2026-07-01',
  reason: '区编委批复',
  facts: { into: '东区第二医院', intoId: 'org_2', subordinates: 0 },
  byPost: '行风办拟稿岗',
  at: Date.parse('2026-07-01T10:00:00+08:00'),
  state: 'standing',
};
const preview: EndingPreview = {
  work: [
    {
      kind: 'filing',
      id: 'sub_1',
      title: '自查情况报告',
      organizationId: 'org_1',
      state: 'due',
      dueOn: '2026-08-15',
      responsible: null,
      fate: 'exempted',
    },
  ],
  subordinates: [{ id: 'org_3', name: '东院区', relation: 'campus' }],
  accounts: [{ username: 'clerk', post: '填报岗' }],
};
const acted = { id: 'org_1', version: 4, state: 'settled' };

const serve = (answers: Parameters<typeof serveAnswers>[0]) => {
  const server = serveAnswers({
    'GET /api/organizations': () => ({ body: { items: [], nextCursor: null } }),
    ...answers,
  });
  restore = server.restore;
  return server.sent;
};
const fill = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const setDay = (value: string) =>
  fireEvent.change(screen.getByLabelText(/^生效日期/), { target: { value } });

describe('办理 of a unit', () => {
  test('a renaming asks for name, day and reason, and waits for all of them', async () => {
    const sent = serve({ 'POST /api/organizations/org_1/rename': () => ({ body: acted }) });
    showAs('system-admin', () => <UnitActs unit={unit} />);
    fireEvent.click(screen.getByRole('button', { name: '更名' }));
    await screen.findByLabelText(/新名称/);
    const buttons = () => screen.getAllByRole('button', { name: '更名', hidden: true });
    const act = () => buttons()[buttons().length - 1] as HTMLButtonElement;
    expect(act().disabled).toBe(true);
    fill(/新名称/, '东区人民医院');
    fill(/依据或原因/, '区编委批复');
    setDay('2026-07-01');
    await waitFor(() => expect(act().disabled).toBe(false));
    fireEvent.click(act());
    await waitFor(() =>
      expect(sent.find(({ path }) => path.endsWith('/rename'))?.body).toEqual({
        name: '东区人民医院',
        on: '2026-07-01',
        reason: '区编委批复',
      }),
    );
  });

  test('an ending says first what becomes of the work, the units under it and the accounts', async () => {
    serve({ 'GET /api/organizations/org_1/ending': () => ({ body: preview }) });
    showAs('system-admin', () => <UnitActs unit={unit} />);
    fireEvent.click(screen.getByRole('button', { name: '停业或并入' }));
    expect(await screen.findByText('自查情况报告')).toBeTruthy();
    expect(screen.getByText('免报')).toBeTruthy();
    expect(screen.getByText('东院区（院区）')).toBeTruthy();
    expect(screen.getByText(/在本单位任职的账号：clerk/)).toBeTruthy();
    expect(screen.getByText(/当日可以撤销/)).toBeTruthy();
  });

  test('of an ended unit there is only the taking back, and that while it can be', async () => {
    const ended = { ...unit, status: 'merged' as const };
    showAs('system-admin', () => <UnitActs unit={{ ...ended, acts: [closing] }} />);
    expect(screen.getByRole('button', { name: '撤销停业或合并' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更名' })).toBeNull();
    cleanup();
    const settled = { ...closing, state: 'settled' as const };
    showAs('system-admin', () => <UnitActs unit={{ ...ended, acts: [settled] }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('the history says what, from when, why and by which post, in both languages', async () => {
    const renamed = {
      ...closing,
      id: 'act_2',
      kind: 'rename' as const,
      facts: { before: '东区医院', after: '东区第一医院' },
      state: 'settled' as const,
    };
    showAs('system-admin', () => <UnitHistory acts={[{ ...closing, state: 'undone' }, renamed]} />);
    expect(await screen.findByText('并入 东区第二医院')).toBeTruthy();
    expect(screen.getByText('东区医院 → 东区第一医院')).toBeTruthy();
    expect(screen.getByText('已撤销')).toBeTruthy();
    await setLocale('en');
    expect(await screen.findByText('Taken back')).toBeTruthy();
  });
});
