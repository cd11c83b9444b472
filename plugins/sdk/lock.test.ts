import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { hashCampaign } from './canonical.ts';
import { compareRelease, lockRelease, withRelease } from './lock.ts';
import { smallCampaign } from './testing/campaign.fixtures.ts';
import { plugin } from './testing/plugin.fixtures.ts';

const releaseOf = (campaign: Campaign) => lockRelease(plugin(campaign));

describe('the lock of released plugins', () => {
  it('names each edition by the hash of its campaign', async () => {
    const campaign = smallCampaign();
    expect(await releaseOf(campaign)).toEqual({ '2020': await hashCampaign(campaign) });
  });

  it('knows a release, a new version, and a version whose content changed', async () => {
    const own = plugin(smallCampaign());
    const release = await lockRelease(own);
    const lock = withRelease({}, own, release);
    const changed = await releaseOf(smallCampaign({ title: '另一标题' }));
    expect(compareRelease(lock, own, release)).toBe('same');
    expect(compareRelease(lock, own, changed)).toBe('changed');
    expect(compareRelease(lock, { ...own, version: '1.1.0' }, changed)).toBe('new');
    expect(compareRelease(lock, own, {})).toBe('changed');
  });

  it('keeps older releases beside the new one', async () => {
    const own = plugin(smallCampaign());
    const release = await lockRelease(own);
    const lock = withRelease(withRelease({}, own, release), { ...own, version: '1.1.0' }, release);
    expect(Object.keys(lock[own.id] ?? {})).toEqual(['1.0.0', '1.1.0']);
  });
});
