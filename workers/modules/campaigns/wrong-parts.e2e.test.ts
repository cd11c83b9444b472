import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposed } from '#plugins/sdk/define.ts';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { campaignPartKinds } from '#schema/contracts/campaign/campaign.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { institutionCard } from '#workers/modules/reviews/reviews.fixtures.ts';
import {
  draftAt,
  expectOk,
  importInto,
  officeOf,
  openDraftAs,
  thisYear,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

let world: TestApp;
let office: Office;
let draft: Draft;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  const campaign = thisYear({
    scorecards: [institutionCard],
    dictionaries: [
      {
        key: 'kinds',
        title: '种类',
        entries: [{ key: 'first', label: '甲' }],
        source: proposed('测试用。'),
      },
    ],
  });
  const { campaignId } = await importInto(world.site, campaign);
  draft = await openDraftAs(office.drafter, { from: 'version', campaignId });
});
afterAll(() => world.close());

/** The small campaign of the tests keeps no register. */
const kinds = campaignPartKinds.filter((kind) => kind !== 'register');

async function partsOf(kind: CampaignPartKind) {
  const { parts } = await expectOk<Draft>(office.drafter(draftAt(draft.id)));
  return parts.filter((part) => part.kind === kind);
}

describe('a part of each kind', () => {
  it.each(kinds)(
    '%s without its title, or its words, is refused, and the place is named',
    async (kind) => {
      const [part] = await partsOf(kind);
      if (part === undefined) throw new Error(`the draft has no ${kind}`);
      const required = kind === 'clause' ? 'words' : 'title';
      const body = { ...(part.body as Record<string, unknown>), [required]: undefined };
      const answer = await office.drafter(draftAt(draft.id, `/parts/${kind}/${part.key}`), {
        method: 'PUT',
        json: body,
        headers: { 'if-match': `"${part.version}"` },
      });
      expect(answer.status).toBe(422);
      const errors = answer.json().errors ?? [];
      expect(errors.map(({ path }) => path)).toContain(`/${required}`);
      expect(errors.every(({ message }) => /[一-鿿]/.test(message))).toBe(true);
      expect((await partsOf(kind))[0]).toEqual(part);
    },
  );
});
