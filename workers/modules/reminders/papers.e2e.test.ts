import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbox } from '#schema/contracts/reminders.ts';
import { messages } from '#schema/tables/tenant/reminders.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  actNow,
  deskOf,
  expectOk,
  openBulletin,
  sentBulletin,
  submit,
  writeText,
} from '#workers/modules/bulletins/bulletins.fixtures.ts';
import { unitOf } from '#workers/modules/petitions/petitions.fixtures.ts';
import { addClerks, markOfEvent, messagesOf } from './reminders.fixtures.ts';
import { tellPaper, tellPetitionAnswered, tellPetitionFiled } from './usecases/tell-papers.ts';
import { addresseesAtOnce } from './usecases/tell-units.ts';

let world: TestApp;
beforeEach(async () => {
  world = await createTestApp();
});
afterEach(() => world.close());

const job = () => ({
  ...world.site.database,
  tenant: world.site.profile,
  evidence: undefined as never,
});
const told = (name: CastName) =>
  world.site.database.db
    .select()
    .from(messages)
    .where(eq(messages.personId, world.site.people[name] ?? ''));
const waiting = async (name: CastName) => {
  const inbox = await (await world.as(name))('/api/reminders/inbox');
  return inbox.json<Inbox>().waiting.map(({ kind, count }) => `${kind} ${count}`);
};

describe('通报 that goes out', () => {
  it('is told to the contacts of each unit once, and waits there until it is signed for', async () => {
    const desk = await deskOf(world);
    const id = await sentBulletin(desk);
    await world.app.work.sweep('dong');
    await world.app.work.sweep('dong');
    const hospital = world.site.units['hospital'] ?? '';
    const [message, ...more] = await told('clerk');
    expect(more).toEqual([]);
    expect(message).toMatchObject({ href: `/bulletins/${id}/${hospital}`, category: 'urged' });
    expect(message?.body.zh).toMatch(/^《.+》已发到你单位，请查阅并签收。$/);
    expect(await told('head')).toEqual([]);
    expect(await told('reviewer')).toEqual([]);
    expect(await waiting('clerk')).toContain('sign-for 1');
    const clerk = await world.as('clerk');
    const json = { organizationId: hospital };
    await expectOk(clerk(`/api/bulletins/${id}/sign-for`, { json }));
    expect(await waiting('clerk')).toEqual([]);
  });

  it('is told to units added later, and to nobody a second time', async () => {
    const desk = await deskOf(world);
    const id = await sentBulletin(desk);
    await world.app.work.sweep('dong');
    await expectOk(actNow(desk.drafter, id, 'send', { kinds: ['hospital', 'bureau'] }));
    await world.app.work.sweep('dong');
    expect(await told('clerk')).toHaveLength(1);
    expect(await told('reviewer')).toHaveLength(1);
  });

  it('is told to many units a part at a time', async () => {
    await addClerks(world.site, addresseesAtOnce + 3);
    await sentBulletin(await deskOf(world));
    await world.app.work.sweep('dong');
    const all = (await messagesOf(world)).filter(({ occasion }) =>
      occasion.startsWith('bulletin:'),
    );
    expect(all.length).toBeGreaterThan(addresseesAtOnce);
    expect(new Set(all.map(({ personId }) => personId)).size).toBe(all.length);
  }, 60_000);

  it('waits for the checker and the signer while it is being signed', async () => {
    const { drafter } = await deskOf(world);
    const { id } = await openBulletin(drafter);
    await writeText(drafter, id, '总体平稳。');
    await expectOk(submit(drafter, id));
    expect(await waiting('checker')).toContain('approve 1');
    expect(await waiting('signer')).toEqual([]);
  });
});

describe('请示 from below', () => {
  it('waits for the head, then for the office, which is told; the answer for the unit', async () => {
    const unit = await unitOf(world);
    const { id } = await unit.open();
    await expectOk(unit.act(unit.clerk, id, '/submit'));
    expect(await waiting('head')).toEqual(['petition-sign 1']);
    await expectOk(unit.act(unit.head, id, '/approval/sign', { stepKey: 'sign' }));
    await expectOk(unit.act(unit.clerk, id, '/file'));
    await world.app.work.sweep('dong');
    expect(await waiting('head')).toEqual([]);
    expect(await waiting('drafter')).toContain('petitions 1');
    const [arrived] = await told('drafter');
    expect(arrived?.href).toBe(`/console/petitions/${id}`);
    expect(arrived?.body.zh).toContain('东区第一医院报来《关于调整自查时限的请示》');
    expect(await told('clerk')).toEqual([]);
  });

  it('is told of to its unit once it is answered, and waits there to be signed for', async () => {
    const unit = await unitOf(world);
    const drafter = await world.as('drafter');
    const id = await unit.filed('report');
    await expectOk(unit.act(drafter, id, '/answer', { text: '收悉，请继续做好相关工作。' }));
    await world.app.work.sweep('dong');
    expect((await told('clerk')).map(({ href }) => href)).toEqual([`/petitions/${id}`]);
    expect(await waiting('clerk')).toContain('answers 1');
    expect(await waiting('drafter')).not.toContain('petitions 1');
    await expectOk(unit.act(unit.clerk, id, '/sign-for'));
    expect(await waiting('clerk')).toEqual([]);
  });
});

describe('what is not there any more', () => {
  it('is told to nobody and holds nothing up', async () => {
    const mark = (name: string) => markOfEvent(world, name);
    await tellPaper(job(), { bulletinId: 'bul_gone', after: '', mark: await mark('a') });
    await tellPetitionFiled(job(), { petitionId: 'ptn_gone', mark: await mark('b') });
    await tellPetitionAnswered(job(), { petitionId: 'ptn_gone', mark: await mark('c') });
    expect(await messagesOf(world)).toEqual([]);
  });
});
