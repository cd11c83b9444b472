import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { findApproval } from '../approvals.repository.ts';
import {
  loadOpenApproval,
  moveByOpening,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
  roleOfStep,
} from './move-subject.ts';

const chain = [
  { key: 'draft', title: '拟稿', role: 'drafter' },
  { key: 'sign', title: '签发', role: 'signer' },
];

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

function acting(personId: string, post: string | null = '行风办') {
  const actor = { personId, post, name: `${personId}的姓名` } as TenantContext['actor'];
  return { clock: tenant.clock, ids: tenant.ids, actor };
}

function commit({ action, facts, steps }: ReturnType<typeof moveByWithdrawing>) {
  const actor = { kind: 'person' as const, id: 'p' };
  const at = tenant.clock.now();
  return tenant.writer.commit({
    steps,
    audit: { action, actor, subjectKind: 'bulletin', subjectId: 'b', at, facts },
  });
}

async function open(subjectId: string, takesFirst = true) {
  const subject = { kind: 'bulletin' as const, id: subjectId, organizationId: null };
  const move = moveByOpening(acting('per_writer'), {
    subject,
    contentHash: 'hash',
    chain,
    takesFirst,
  });
  expect((await commit(move)).status).toBe('committed');
  const paper = { approvalId: move.update.approvalId, state: 'signing' };
  return { move, paper, approval: await loadOpenApproval(tenant, paper, ['signing']) };
}

describe('what an act of 审签 puts into the change of its subject', () => {
  it('names the chain and the content when a paper is submitted, the first step taken by post', async () => {
    const { move, approval } = await open('bul_1');
    expect(move).toMatchObject({
      update: { approvalId: approval.id, contentHash: 'hash' },
      completed: false,
      action: 'approval.open',
      facts: { approvalId: approval.id, contentHash: 'hash' },
    });
    expect(approval.steps.map(({ state, actorPost }) => [state, actorPost])).toEqual([
      ['done', '行风办'],
      ['current', undefined],
    ]);
  });

  it('leaves the first step open where who submits does not draft', async () => {
    const { approval } = await open('bul_2', false);
    expect(approval.steps.map(({ state }) => state)).toEqual(['current', 'waiting']);
  });

  it('is signed with the last step, by name where the person holds no post', async () => {
    const { approval } = await open('bul_3');
    const move = moveBySigning(acting('per_head', null), approval, { stepKey: 'sign' });
    expect(move.update).toEqual({ state: 'signed' });
    expect(move.action).toBe('approval.approve');
    expect(move.steps).toHaveLength(1);
    await commit(move);
    const signed = await findApproval(tenant.db, approval.id);
    expect(signed?.steps.at(-1)?.actorPost).toBe('per_head的姓名');
  });

  it('still waits while a post is open, and cites the scan where a step was taken on paper', async () => {
    const { approval } = await open('bul_4', false);
    const paper = { signedOn: '2026-07-01', signerPost: '办公室', evidenceId: 'evd_1' };
    const move = moveBySigning(acting('per_writer'), approval, { stepKey: 'draft', paper });
    expect(move.update).toEqual({ state: 'signing' });
    expect(move.action).toBe('approval.register-paper');
    expect(move.facts).toMatchObject({ step: 'draft', contentHash: 'hash', paper });
    const cited = JSON.stringify(move.steps.slice(1).map(({ statement }) => statement.args));
    expect(cited).toContain('evd_1');
    expect(cited).toContain(`${approval.id}/draft`);
    expect(cited).toContain('bulletin');
    const slotted = moveBySigning(acting('per_writer'), approval, {
      stepKey: 'draft',
      paper,
      slot: 'own-place',
    });
    expect(JSON.stringify(slotted.steps)).toContain('own-place');
  });

  it('goes back with its reasons, or is taken back, and is no longer open for anybody', async () => {
    const { approval, paper } = await open('bul_5');
    const back = moveByReturning(acting('per_head'), approval, {
      stepKey: 'sign',
      comment: '数据口径不一致',
    });
    expect(back.action).toBe('approval.return');
    expect(back.facts).toEqual({
      approvalId: approval.id,
      step: 'sign',
      comment: '数据口径不一致',
    });
    await commit(back);
    expect((await findApproval(tenant.db, approval.id))?.state).toBe('returned');
    const closed = { ...paper, state: 'drafting' };
    await expect(loadOpenApproval(tenant, closed, ['signing'])).rejects.toThrow(
      'approvals.not_open',
    );
    const other = await open('bul_6');
    const taken = moveByWithdrawing(tenant, other.approval);
    expect(taken.action).toBe('approval.withdraw');
    await commit(taken);
    expect((await findApproval(tenant.db, other.approval.id))?.state).toBe('withdrawn');
  });
});

describe('who wants to act on a chain', () => {
  it('is told that it has ended where the paper never began one or names one that is not there', async () => {
    const states = ['signing'];
    const never = { approvalId: null, state: 'signing' };
    await expect(loadOpenApproval(tenant, never, states)).rejects.toThrow('approvals.not_open');
    const gone = { approvalId: 'apr_gone', state: 'signing' };
    await expect(loadOpenApproval(tenant, gone, states)).rejects.toThrow('approvals.not_open');
  });

  it('is asked for the role of the step, and a step that is not there is nobody’s turn', async () => {
    const { approval } = await open('bul_7');
    expect(roleOfStep(approval, 'sign')).toBe('signer');
    expect(() => roleOfStep(approval, 'seal')).toThrow('approvals.not_current');
  });
});
