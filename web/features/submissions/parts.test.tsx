import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { DepartmentPart, Part, Parts } from '#schema/contracts/submission-parts.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { setLocale } from '#web/shared/i18n.ts';
import { DepartmentPartView } from './department-part.component.tsx';
import { FillingBar } from './filing-form.component.tsx';
import { createFiling } from './filing.ts';
import { mergeAs } from './part-conflicts.component.tsx';
import { PartsPanel } from './parts.component.tsx';
import { fieldsOut, groupsOf, partLine, partStatus } from './parts.presenter.ts';
import { serveAnswers, showAs } from './testing/page.fixtures.tsx';
import { makeDetail, morning } from './testing/submissions.fixtures.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(async () => {
  cleanup();
  served.restore();
  await setLocale('zh-CN');
});

const detail = makeDetail();
const partsPath = `/api/submissions/${detail.summary.id}/parts`;
const partId = `prt_0${'1'.repeat(25)}`;
const token = `lnk_${'a'.repeat(26)}`;

const partOf = (changes: Partial<Part> = {}): Part => ({
  id: partId,
  department: '药剂科',
  fields: ['found'],
  dueOn: '2026-11-10',
  overdue: false,
  expiresAt: morning,
  state: 'handed',
  answers: {},
  handedByPost: '行风办填报岗',
  handedAt: morning,
  version: 1,
  ...changes,
});
const back = partOf({
  state: 'submitted',
  submittedAt: morning,
  submittedByPost: '药剂科主任',
  version: 3,
});

const Page = (props: { detail: SubmissionDetail }) => {
  const filing = createFiling(() => props.detail, useSession());
  return (
    <>
      <PartsPanel filing={filing} />
      <FillingBar filing={filing} />
    </>
  );
};
const open = (found: Parts, answers: Parameters<typeof serveAnswers>[0] = {}) => {
  served = serveAnswers({ [`GET ${partsPath}`]: () => ({ body: found }), ...answers });
  showAs('hospital-clerk', () => <Page detail={detail} />);
};
const posted = () => served.sent.filter(({ method }) => method !== 'GET');
const button = (name: string | RegExp) => screen.getByRole('button', { name, hidden: true });

describe('分给科室', () => {
  test('asks which fields, to whom and until when, and shows the link once', async () => {
    const proposed = [{ section: 'none', department: '药剂科', fields: ['found'] }];
    open(
      { parts: [partOf({ fields: ['summary'] })], proposed },
      {
        [`POST ${partsPath}`]: () => ({
          status: 201,
          body: { id: partId, token, expiresAt: morning },
        }),
      },
    );
    fireEvent.click(button('分给科室'));
    const make = await screen.findByRole<HTMLButtonElement>('button', {
      name: '生成链接',
      hidden: true,
    });
    expect(make.disabled).toBe(true);
    expect(screen.queryByLabelText('自查情况')).toBeNull();
    fireEvent.input(screen.getByLabelText(/^科室(?!完成)/), { target: { value: '药剂科' } });
    fireEvent.click(screen.getByLabelText('发现问题数'));
    expect(make.disabled).toBe(false);
    fireEvent.click(make);
    await waitFor(() => {
      expect(posted()[0]?.body).toEqual({
        department: '药剂科',
        fields: ['found'],
        dueOn: '2026-11-15',
      });
    });
    expect(await screen.findByText(new RegExp(`/part#${token}`))).toBeTruthy();
  });

  test('says where each part is, and merges what is back', async () => {
    open(
      {
        parts: [back, partOf({ id: `${partId}2`, department: '护理部', overdue: true })],
        proposed: [],
      },
      {
        [`POST ${partsPath}/${partId}/merge`]: () => ({
          body: { id: partId, state: 'merged', version: 4 },
        }),
      },
    );
    const lines = (await screen.findAllByRole('listitem')).map((each) => each.textContent);
    expect(lines[0]).toContain('药剂科');
    expect(lines[0]).toContain('已交回，待并入');
    expect(lines[0]).toContain('药剂科主任');
    expect(lines[1]).toContain('科室逾期');
    fireEvent.click(button('并入本表'));
    await waitFor(() => expect(posted()[0]?.path).toBe(`${partsPath}/${partId}/merge`));
  });

  test('asks the clerk where both changed one place, and merges only as she decides', async () => {
    const conflicts = [{ path: 'found', yours: 5, theirs: 4, theirRevision: 2 }];
    let isDecided = false;
    open(
      { parts: [back], proposed: [] },
      {
        [`POST ${partsPath}/${partId}/merge`]: () =>
          isDecided
            ? { body: { id: partId, state: 'merged', version: 4 } }
            : {
                status: 412,
                body: {
                  code: 'submissions.field_conflict',
                  title: '有 1 处',
                  status: 412,
                  conflicts,
                },
              },
      },
    );
    fireEvent.click(await screen.findByRole('button', { name: '并入本表' }));
    expect(await screen.findByText(/有1处您也改过/)).toBeTruthy();
    const merge = button('按选定的并入') as HTMLButtonElement;
    expect(merge.disabled).toBe(true);
    isDecided = true;
    fireEvent.click(screen.getByLabelText(/用科室的/));
    fireEvent.click(merge);
    await waitFor(() => expect(posted()[1]?.body).toEqual({ over: { found: 2 }, leave: [] }));
  });

  test('takes back only after saying that the link dies', async () => {
    open(
      { parts: [partOf()], proposed: [] },
      {
        [`POST ${partsPath}/${partId}/take-back`]: () => ({
          body: { id: partId, state: 'taken-back', version: 2 },
        }),
      },
    );
    fireEvent.click(await screen.findByRole('button', { name: '收回' }));
    expect(screen.getByText(/链接立即失效/)).toBeTruthy();
    expect(posted()).toEqual([]);
    const [, confirm] = screen.getAllByRole('button', { name: '收回', hidden: true });
    if (confirm) fireEvent.click(confirm);
    await waitFor(() => expect(posted()[0]?.path).toBe(`${partsPath}/${partId}/take-back`));
  });
});

describe('the page of a department', () => {
  const part: DepartmentPart = {
    organizationName: '东区第一医院',
    title: '自查情况报告',
    department: '药剂科',
    note: '按季度口径填写',
    dueOn: '2026-11-10',
    handedByPost: '行风办填报岗',
    state: 'handed',
    form: { ...detail.form, fields: detail.form.fields.slice(0, 1) },
    answers: {},
    version: 1,
  };
  const openLink = (answers: Parameters<typeof serveAnswers>[0]) => {
    served = serveAnswers({ 'GET /api/part': () => ({ body: part }), ...answers });
    showAs('hospital-clerk', () => <DepartmentPartView token={token} />);
  };
  const fill = async (value: string) => {
    const found = await screen.findByLabelText(/发现问题数/);
    fireEvent.input(found, { target: { value } });
    fireEvent.change(found, { target: { value } });
  };

  test('shows its own fields alone, saves, and hands in under a post', async () => {
    openLink({
      'PUT /api/part': () => ({ body: { id: partId, state: 'handed', version: 2 } }),
      'POST /api/part/submission': () => ({ body: { id: partId, state: 'submitted', version: 3 } }),
    });
    await fill('12');
    expect(screen.getByText('东区第一医院 药剂科')).toBeTruthy();
    expect(screen.getByText('按季度口径填写')).toBeTruthy();
    expect(screen.queryByLabelText(/自查情况$/)).toBeNull();
    expect((button('交回') as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(button('暂存'));
    await waitFor(() => expect(posted()[0]?.body).toEqual({ answers: { found: 12 } }));
    await screen.findByText(/^已暂存/);
    fireEvent.input(screen.getByLabelText(/填写人岗位/), { target: { value: '药剂科主任' } });
    fireEvent.click(button('交回'));
    expect(await screen.findByText('已交回')).toBeTruthy();
    expect(posted()[1]?.body).toEqual({ answers: { found: 12 }, post: '药剂科主任' });
    expect(served.sent.some(({ path }) => path.includes(token))).toBe(false);
  });

  test('never goes over what somebody else saved with the same link', async () => {
    openLink({
      'PUT /api/part': () => ({
        status: 412,
        body: { code: 'platform.stale_version', title: '已被修改', status: 412 },
      }),
    });
    await fill('12');
    fireEvent.click(button('暂存'));
    expect(await screen.findByText('同一链接有人刚刚保存过')).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新打开' })).toBeTruthy();
  });

  test('says of a dead link whom to ask, in English too', async () => {
    await setLocale('en');
    openLink({
      'GET /api/part': () => ({
        status: 404,
        body: { code: 'submissions.part_link_dead', title: 'dead', status: 404 },
      }),
    });
    expect(await screen.findByText('This link does not work')).toBeTruthy();
    expect(screen.getByText(/Ask the clerk of your unit/)).toBeTruthy();
  });
});

describe('what is said of parts', () => {
  test('by state, with the day and who handed in', () => {
    served = serveAnswers({});
    expect(partStatus(partOf()).words).toBe('在科室');
    expect(partStatus(partOf({ overdue: true }))).toMatchObject({ kind: 'late' });
    expect(partLine(partOf())).toContain('11');
    expect(partLine(partOf({ savedAt: morning }))).toContain('暂存过');
    expect(partLine(back)).toContain('药剂科主任');
  });

  test('only what nobody has can be given away, and files never', () => {
    served = serveAnswers({});
    const taken = partOf({ state: 'taken-back', fields: ['summary'] });
    const out = fieldsOut([partOf(), taken]);
    const labels = groupsOf(detail.form, out).flatMap(({ fields }) => fields);
    expect(labels.map(({ key }) => key)).toEqual(['summary', 'list']);
  });

  test('a decision names the revision that was seen', () => {
    served = serveAnswers({});
    const places = [
      { path: 'found', yours: 1, theirs: 2, theirRevision: 3 },
      { path: 'summary', yours: '甲', theirs: '乙', theirRevision: 1 },
    ];
    expect(mergeAs(places, { found: 'theirs', summary: 'mine' })).toEqual({
      over: { found: 3 },
      leave: ['summary'],
    });
  });
});
