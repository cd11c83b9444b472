import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionStates } from '#schema/contracts/submissions.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import {
  fillIn,
  findMine,
  publishInto,
  putInto,
  readFiling,
  uploadScan,
} from './submissions.fixtures.ts';
import { attachDeliverable } from './usecases/attach-deliverable.ts';
import { declareNil } from './usecases/declare-nil.ts';
import { fileSubmission } from './usecases/file-submission.ts';
import {
  exemptSubmission,
  extendSubmission,
  registerPaper,
} from './usecases/relieve-submission.ts';
import { saveDraft } from './usecases/save-draft.ts';
import { registerPaperSignOff, signSignOff, withdrawSignOff } from './usecases/sign-sign-off.ts';
import { startSignOff } from './usecases/start-sign-off.ts';

let world: TestApp;
let id: string;
let nilId: string;
let scan: string;
let clerk: TenantContext;
let department: TenantContext;
let drafter: TenantContext;
let reviewer: TenantContext;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
  const client = await world.as('clerk');
  id = await findMine(client, 'training-report');
  nilId = await findMine(client, 'complaint-report');
  scan = await uploadScan(client);
  await fillIn(client, id);
  const contextOf = (name: Parameters<typeof createTestContext>[1]) =>
    createTestContext(world.site, name);
  clerk = await contextOf('clerk');
  department = await contextOf('department');
  drafter = await contextOf('drafter');
  reviewer = await contextOf('reviewer');
});
afterAll(() => world.close());

const hasBeenThere: readonly SubmissionState[] = ['filed', 'held', 'returned', 'accepted'];

/** The filing, complete and with an open sign-off behind it, in one state. */
async function place(state: SubmissionState): Promise<void> {
  await putInto(world.site, id, { state: 'draft', firstFiledAt: null, dueOn: '2026-07-20' });
  await startSignOff({ context: clerk, input: { id } });
  await putInto(world.site, id, {
    state,
    firstFiledAt: hasBeenThere.includes(state) ? world.clock.now() : null,
    paperState: state === 'filed' || state === 'held' ? 'expected' : 'none',
  });
  await putInto(world.site, nilId, { state, nil: false });
}

const paper = { receivedOn: '2026-07-01', copies: 1, receiverPost: '医政科收文岗' };
const extension = { dueOn: '2026-08-05', reason: '信息系统切换' };
let change = 0;
function someChange() {
  change += 1;
  return [{ path: `sessions/row${change}`, value: { 'held-on': '2026-06-01' }, basedOn: 0 }];
}

const moves = {
  'to save a draft': () => saveDraft({ context: clerk, input: { id, changes: someChange() } }),
  'to attach the stamped scan': () =>
    attachDeliverable({ context: clerk, input: { id, key: 'stamped', evidenceIds: [scan] } }),
  'to declare a nil return': () => declareNil({ context: clerk, input: { id: nilId, nil: true } }),
  'to start the sign-off': () => startSignOff({ context: clerk, input: { id } }),
  'to sign': () => signSignOff({ context: department, input: { id } }),
  'to register the signed sheet': () =>
    registerPaperSignOff({
      context: clerk,
      input: { id, evidenceId: scan, signedOn: '2026-07-01' },
    }),
  'to withdraw the sign-off': () => withdrawSignOff({ context: clerk, input: { id } }),
  'to file': () => fileSubmission({ context: clerk, input: { id } }),
  'to extend': () => extendSubmission({ context: drafter, input: { id, ...extension } }),
  'to exempt': () => exemptSubmission({ context: drafter, input: { id, reason: '停业整顿' } }),
  'to register the paper': () => registerPaper({ context: reviewer, input: { id, paper } }),
} as const;
type Move = keyof typeof moves;

const editable: readonly SubmissionState[] = ['due', 'draft', 'returned'];
const beforeArrival: readonly SubmissionState[] = ['due', 'draft', 'signing', 'signed'];
const locked = 'submissions.not_editable';

/** In which states a move goes well, and with which word it is refused in the others. */
const rules: Readonly<Record<Move, readonly [readonly SubmissionState[], string]>> = {
  'to save a draft': [editable, locked],
  'to attach the stamped scan': [[...editable, 'signing', 'signed'], locked],
  'to declare a nil return': [editable, locked],
  'to start the sign-off': [editable, locked],
  'to sign': [['signing'], 'approvals.not_open'],
  'to register the signed sheet': [['signing'], 'approvals.not_open'],
  'to withdraw the sign-off': [['signing', 'signed'], 'approvals.not_open'],
  'to file': [[], 'submissions.not_signed'],
  'to extend': [beforeArrival, 'submissions.not_extendable'],
  'to exempt': [beforeArrival, 'submissions.not_exemptable'],
  'to register the paper': [['filed', 'held'], 'submissions.no_paper_expected'],
};

function expectationOf(move: Move, state: SubmissionState): string {
  const [allowed, refusal] = rules[move];
  if (allowed.includes(state)) return 'done';
  const isOver =
    state === 'filed' || state === 'held' || state === 'accepted' || state === 'exempt';
  return move === 'to file' && isOver ? locked : refusal;
}

async function outcomeOf(move: Move): Promise<string> {
  try {
    await moves[move]();
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

const table = submissionStates.flatMap((state) =>
  (Object.keys(moves) as Move[]).map((move) => [state, move, expectationOf(move, state)] as const),
);

describe('every state of a filing and every move', () => {
  it.each(table)('%s, asked %s: %s', async (state, move, expected) => {
    await place(state);
    const filing = move === 'to declare a nil return' ? nilId : id;
    const before = await readFiling(world.site, filing);
    expect(await outcomeOf(move)).toBe(expected);
    const after = await readFiling(world.site, filing);
    const untouched = { ...after, version: before.version + 1 };
    expect(after).toEqual(expected === 'done' ? untouched : before);
  });
});

describe('a filing that is complete and signed', () => {
  it('is filed, and a signature in name only files nothing', async () => {
    await place('signed');
    expect(await outcomeOf('to file')).toBe('submissions.not_signed');
    await place('signing');
    expect(await outcomeOf('to register the signed sheet')).toBe('done');
    expect(await outcomeOf('to file')).toBe('done');
    expect(await readFiling(world.site, id)).toMatchObject({ state: 'filed', onTime: true });
  });
});
