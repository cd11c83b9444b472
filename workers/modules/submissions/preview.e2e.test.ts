import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftPreview } from '#schema/contracts/draft-preview.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  importInto,
  officeOf,
  openDraftAs,
  partOf,
  putPart,
} from '#workers/modules/campaigns/campaigns.fixtures.ts';
import type { Office } from '#workers/modules/campaigns/campaigns.fixtures.ts';
import { filingsOf } from './submissions.fixtures.ts';

let world: TestApp;
let office: Office;
let draft: string;
const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  const { campaignId } = await importInto(world.site);
  ({ id: draft } = await openDraftAs(office.drafter, { from: 'version', campaignId }));
});
afterAll(() => world.close());

const ask = (organization?: string) =>
  office.drafter(
    `/api/submissions/preview?draft=${draft}${organization ? `&organization=${organization}` : ''}`,
  );
const previewOf = async (unit?: string) => {
  const answer = await ask(unit && world.site.units[unit]);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<DraftPreview>();
};
const rowsOf = ({ now, month, later }: DraftPreview) => [...now, ...month, ...later];

describe('a draft as a unit would have it', () => {
  it('is what publication would open, by day and in the words of the document', async () => {
    const preview = await previewOf('hospital');
    expect(preview.desk.name).toBe('东区第一医院');
    expect(rowsOf(preview)).toMatchObject([
      { taskKey: 'self-check-report', state: 'due', nextStep: 'fill', dueOn: '2026-11-13' },
    ]);
    expect(preview.later).toHaveLength(1);
  });

  it('follows the draft: a day that is moved here is moved there', async () => {
    const { body } = await partOf(office.drafter, draft, task);
    const due = { kind: 'on', on: '2026-07-03', wording: '7月3日前' };
    await putPart(office.drafter, draft, task, { changes: { ...(body as object), due } });
    const preview = await previewOf('hospital');
    expect(preview.month.map(({ dueOn }) => dueOn)).toEqual(['2026-07-03']);
    expect(preview.later).toEqual([]);
  });

  it('leaves nothing behind', async () => {
    const before = await filingsOf(world.site, 'hospital');
    await previewOf('hospital');
    expect(await filingsOf(world.site, 'hospital')).toEqual(before);
  });

  it('names one unit of each kind that is asked, the first in official order', async () => {
    const { examples } = await previewOf();
    expect(examples.map(({ name, unitClass, units }) => [name, unitClass.zh, units])).toEqual([
      ['直属中心医院', '三级医院', 1],
      ['东区第一医院', '二级医院', 1],
      ['东区第二医院', '一级医院', 1],
    ]);
  });
});

describe('a draft as an authority would have it', () => {
  it('says what would come in from the units below, and how many', async () => {
    const bureau = await previewOf('bureau');
    expect(rowsOf(bureau)).toEqual([]);
    expect(bureau.incoming).toMatchObject([{ taskKey: 'self-check-report', units: 3 }]);
    expect((await previewOf('hospital')).incoming).toEqual([]);
  });

  it('is the whole region for the commission itself', async () => {
    const commission = await previewOf();
    expect(commission.desk).toEqual({ name: '测试区卫生健康委员会' });
    expect(commission.incoming).toMatchObject([{ units: 3, office: '医政科' }]);
  });
});

describe('a preview', () => {
  it('is refused of a unit that there is not, and to whoever is no office of the commission', async () => {
    expect((await ask(`org_0${'1'.repeat(25)}`)).status).toBe(404);
    const clerk = await world.as('clerk');
    expect((await clerk(`/api/submissions/preview?draft=${draft}`)).status).toBe(404);
  });
});
