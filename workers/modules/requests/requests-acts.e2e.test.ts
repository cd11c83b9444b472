import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { recusePerson } from '#workers/modules/organizations/index.ts';
import {
  act,
  codeOf,
  deskOf,
  expectOk,
  fileFree,
  issuedRequest,
  openDraft,
  ownReply,
  replyOf,
  saveAnswers,
  showOf,
  signedRequest,
} from './requests.fixtures.ts';
import type { Desk } from './requests.fixtures.ts';
import { acceptReply } from './usecases/judge-reply.ts';

let world: TestApp;
let desk: Desk;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
});
afterAll(() => world.close());

const reason = '工作安排调整';
const to = { on: '2026-07-24', hour: '17:30' };

/** Where an act is done, by whom, and with what; the version is that of the request or the reply. */
type Ready = { path: string; version: number; json?: unknown; method?: string };
type Case = { by: CastName; ready: () => Promise<Ready> };

const hospitalId = () => world.site.units['hospital'] ?? '';

async function onRequest(id: string, path: string, json: unknown = {}): Promise<Ready> {
  const { summary } = await showOf(desk.drafter, id);
  return { path: `/${id}${path}`, version: summary.version, json };
}

async function onReply(id: string, path: string, json: unknown = {}): Promise<Ready> {
  const { version } = await replyOf(await world.as('clerk'), id);
  return { path: `/replies/${id}${path}`, version, json };
}

async function submitted(): Promise<string> {
  const { id } = await openDraft(desk.drafter);
  await expectOk(act(desk.drafter, `/${id}/submit`, 1));
  return id;
}

async function owed(): Promise<string> {
  const id = await issuedRequest(desk);
  return (await ownReply(await world.as('clerk'), id)).id;
}

const filed = async () => fileFree(await world.as('clerk'), await issuedRequest(desk));

const points = [{ path: 'text', label: '办理情况', reason: '请写明整改措施' }];

const cases: Readonly<Record<string, Case>> = {
  保存草稿: {
    by: 'drafter',
    ready: async () => {
      const { id } = await openDraft(desk.drafter);
      const json = { content: requestContent({ title: '修改后的标题' }) };
      return { ...(await onRequest(id, '', json)), method: 'PUT' };
    },
  },
  提交审签: {
    by: 'drafter',
    ready: async () => onRequest((await openDraft(desk.drafter)).id, '/submit'),
  },
  撤回审签: {
    by: 'drafter',
    ready: async () => onRequest(await submitted(), '/approval/withdraw'),
  },
  核稿: {
    by: 'checker',
    ready: async () => onRequest(await submitted(), '/approval/sign', { stepKey: 'check' }),
  },
  退回拟稿人: {
    by: 'checker',
    ready: async () =>
      onRequest(await submitted(), '/approval/return', { stepKey: 'check', comment: '请补依据' }),
  },
  下发: {
    by: 'drafter',
    ready: async () => onRequest(await signedRequest(desk), '/issue'),
  },
  延期: {
    by: 'drafter',
    ready: async () =>
      onRequest(await issuedRequest(desk), '/extensions', { occurrence: 'once', to, reason }),
  },
  免报: {
    by: 'drafter',
    ready: async () =>
      onRequest(await issuedRequest(desk), '/excuses', { organizationId: hospitalId(), reason }),
  },
  办结: {
    by: 'drafter',
    ready: async () => onRequest(await issuedRequest(desk), '/close', { reason }),
  },
  终止: {
    by: 'drafter',
    ready: async () => onRequest(await issuedRequest(desk), '/cancel', { reason }),
  },
  暂存: {
    by: 'clerk',
    ready: async () => ({
      ...(await onReply(await owed(), '/draft', { answers: { text: '正在办理' } })),
      method: 'PUT',
    }),
  },
  报送: {
    by: 'clerk',
    ready: async () => {
      const id = await owed();
      await expectOk(saveAnswers(await world.as('clerk'), id, { text: '已经办理完毕' }));
      return onReply(id, '/file');
    },
  },
  零报告: { by: 'clerk', ready: async () => onReply(await owed(), '/nil') },
  审核通过: { by: 'checker', ready: async () => onReply(await filed(), '/accept') },
  退回修改: { by: 'drafter', ready: async () => onReply(await filed(), '/return', { points }) },
};

describe.each(Object.entries(cases))('%s', (name, { by, ready }) => {
  it('is refused to who saw an older version, done once, and answered again as before', async () => {
    const client = await world.as(by);
    const { path, version, json, method } = await ready();
    const stale = await act(client, path, version + 7, json, method);
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
    expect(stale.headers.get('etag')).toBe(`"${version}"`);
    const blind = await client(`/api/requests${path}`, { method: method ?? 'POST', json });
    expect(codeOf(blind)).toEqual([428, 'platform.precondition_required']);
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() };
    const send = () => client(`/api/requests${path}`, { method: method ?? 'POST', json, headers });
    const [first, again] = [await send(), await send()];
    expect({ name, status: first.status, text: first.text }).toMatchObject({ status: 200 });
    expect(again.text).toBe(first.text);
    const other = await client(`/api/requests${path}`, {
      method: method ?? 'POST',
      json: { ...(json as object), reason: '另一个理由' },
      headers,
    });
    expect(codeOf(other)).toEqual([422, 'platform.idempotency_mismatch']);
  });
});

describe('who may do what', () => {
  /** The acts of the sender and the unit by who is refused them, and how. */
  const refused: Readonly<Record<string, readonly CastName[]>> = {
    保存草稿: ['checker', 'signer', 'clerk', 'head'],
    提交审签: ['checker', 'signer', 'clerk'],
    核稿: ['clerk', 'head', 'system-admin'],
    下发: ['checker', 'signer', 'clerk', 'audit-admin'],
    延期: ['signer', 'clerk', 'department'],
    免报: ['signer', 'clerk', 'security-admin'],
    终止: ['checker', 'signer', 'clerk'],
    暂存: ['drafter', 'checker', 'head'],
    报送: ['drafter', 'department', 'head'],
    零报告: ['drafter', 'department', 'head'],
    审核通过: ['signer', 'clerk', 'head'],
  };

  it.each(Object.entries(refused))('%s is refused to every other post', async (name, people) => {
    const { path, version, json, method } = (await cases[name]?.ready()) ?? {
      path: '',
      version: 1,
    };
    for (const person of people) {
      const answer = await act(await world.as(person), path, version, json, method);
      expect({ person, status: answer.status }).toEqual({ person, status: 403 });
    }
  });

  it('is decided in the range: a bureau does not touch what the commission asked', async () => {
    const reviewer = await world.as('reviewer');
    const id = await issuedRequest(desk);
    const { summary } = await showOf(desk.drafter, id);
    for (const [path, json] of [
      ['/close', { reason }],
      ['/cancel', { reason }],
      ['/extensions', { occurrence: 'once', to, reason }],
    ] as const) {
      expect((await act(reviewer, `/${id}${path}`, summary.version, json)).status).toBe(404);
    }
    const reply = await ownReply(await world.as('clerk'), id);
    const seen = await reviewer(`/api/requests/replies/${reply.id}`);
    expect(seen.status).toBe(200);
    const accept = await act(reviewer, `/replies/${reply.id}/accept`, reply.version);
    expect(accept.status).toBe(403);
    const draft = { answers: { text: '代为填写' } };
    const filling = await act(reviewer, `/replies/${reply.id}/draft`, reply.version, draft, 'PUT');
    expect(filling.status).toBe(403);
  });

  it('leaves a unit to nobody who has to keep away from it', async () => {
    const replyId = await filed();
    await recusePerson({
      context: world.site.database,
      input: {
        personId: world.site.people['checker'] ?? '',
        organizationId: hospitalId(),
        reason: '近亲属在该院任职',
        actor: testActor,
      },
    });
    const context = await createTestContext(world.site, 'checker');
    const { version } = await replyOf(await world.as('clerk'), replyId);
    await expect(
      acceptReply({ context, input: { id: replyId, seenVersion: version } }),
    ).rejects.toMatchObject({ code: 'platform.recused' });
  });
});
