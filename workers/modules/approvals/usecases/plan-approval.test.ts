import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { currentStep } from '../approvals.domain.ts';
import { findApproval, listApprovalsOf } from '../approvals.repository.ts';
import type { StoredApproval } from '../approvals.repository.ts';
import { planOpening, planReturning, planSigning, planWithdrawing } from './plan-approval.ts';

const chain = [
  { key: 'draft', title: '拟稿', role: 'drafter' },
  { key: 'check', title: '核稿', role: 'checker' },
  { key: 'sign', title: '签发', role: 'signer' },
];

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

function acting(personId: string) {
  return {
    clock: tenant.clock,
    ids: tenant.ids,
    actor: { personId } as Parameters<typeof planOpening>[0]['actor'],
  };
}

async function commit(plan: { step: Parameters<TestDatabase['writer']['commit']>[0]['steps'][0] }) {
  return tenant.writer.commit({
    steps: [plan.step],
    audit: {
      action: 'approval.advance',
      actor: { kind: 'person', id: 'p' },
      subjectKind: 'approval',
      subjectId: 'a',
      at: tenant.clock.now(),
      facts: {},
    },
  });
}

async function openOver(subjectId: string): Promise<StoredApproval> {
  const plan = planOpening(acting('per_drafter'), {
    subject: { kind: 'campaign-draft', id: subjectId, organizationId: null },
    contentHash: 'hash',
    chain,
    takenBy: { actorId: 'per_drafter', actorPost: '行风办' },
  });
  expect((await commit(plan)).status).toBe('committed');
  return plan.approval;
}

describe('a change that carries an approval', () => {
  it('opens the chain with the drafter’s step taken, and it waits for the checker', async () => {
    const opened = await openOver('drf_1');
    expect(await findApproval(tenant.db, opened.id)).toEqual(opened);
    expect(currentStep(opened)?.role).toBe('checker');
  });

  it('is complete after the last post, and waits for nobody', async () => {
    const opened = await openOver('drf_2');
    const checked = planSigning(acting('per_checker'), opened, {
      stepKey: 'check',
      actorPost: '办公室',
    });
    await commit(checked);
    const signed = planSigning(acting('per_signer'), checked.approval, {
      stepKey: 'sign',
      actorPost: '分管领导',
    });
    await commit(signed);
    expect([checked.completed, signed.completed]).toEqual([false, true]);
    const [stored] = await listApprovalsOf(tenant.db, { kind: 'campaign-draft', id: 'drf_2' });
    expect(stored).toEqual(signed.approval);
    expect(stored?.state).toBe('completed');
  });

  it('refuses the slower of two who take one step at once', async () => {
    const opened = await openOver('drf_3');
    const input = { stepKey: 'check', actorPost: '办公室' };
    const first = await commit(planSigning(acting('per_a'), opened, input));
    const second = await commit(planSigning(acting('per_b'), opened, input));
    expect(first.status).toBe('committed');
    expect(second).toMatchObject({ status: 'refused', reason: 'stale_version' });
  });

  it('says by code why a step cannot be taken', async () => {
    const opened = await openOver('drf_4');
    expect(() =>
      planSigning(acting('per_drafter'), opened, { stepKey: 'check', actorPost: '行风办' }),
    ).toThrow('approvals.same_person');
    expect(() =>
      planSigning(acting('per_signer'), opened, { stepKey: 'sign', actorPost: '分管领导' }),
    ).toThrow('approvals.not_current');
  });

  it('ends by return or by withdrawal, and cannot be signed after that', async () => {
    const returned = planReturning(acting('per_checker'), await openOver('drf_5'), {
      stepKey: 'check',
      actorPost: '办公室',
      comment: '附件日期不一致',
    });
    await commit(returned);
    expect((await findApproval(tenant.db, returned.approval.id))?.state).toBe('returned');
    const withdrawn = planWithdrawing(acting('per_drafter'), await openOver('drf_6'));
    await commit(withdrawn);
    expect((await findApproval(tenant.db, withdrawn.approval.id))?.state).toBe('withdrawn');
    expect(() =>
      planSigning(acting('per_checker'), withdrawn.approval, {
        stepKey: 'check',
        actorPost: '办公室',
      }),
    ).toThrow('approvals.not_open');
    expect(() => planWithdrawing(acting('per_drafter'), returned.approval)).toThrow(
      'approvals.not_open',
    );
  });
});
