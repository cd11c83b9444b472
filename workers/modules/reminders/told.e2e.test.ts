import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { Inbox, Urged } from '#schema/contracts/reminders.ts';
import { messages } from '#schema/tables/tenant/reminders.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { deskOf, issuedRequest } from '#workers/modules/requests/requests.fixtures.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { addClerks, markOfEvent, messagesOf } from './reminders.fixtures.ts';
import { readWaiting } from './usecases/read-waiting.ts';
import {
  addresseesAtOnce,
  tellAddressees,
  tellReturned,
  tellUrged,
} from './usecases/tell-units.ts';

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
const person = (name: string) => world.site.people[name] ?? '';
const told = (name: string) =>
  world.site.database.db
    .select()
    .from(messages)
    .where(eq(messages.personId, person(name)));

describe('a request that goes out', () => {
  it('is told at once to who answers for each addressee, and only once', async () => {
    const desk = await deskOf(world);
    const id = await issuedRequest(desk, requestContent());
    await world.app.work.sweep('dong');
    await world.app.work.sweep('dong');
    const [message, ...more] = await told('clerk');
    expect(more).toEqual([]);
    expect(message?.body.zh).toContain('已发到你单位');
    expect(message?.href).toContain(`/requests/${id}/`);
    expect(await told('head')).toEqual([]);
    expect(await told('drafter')).toEqual([]);
  });

  it('waits for a signature at the unit and, once answered, at the issuer', async () => {
    const desk = await deskOf(world);
    await issuedRequest(desk, requestContent());
    const inbox = await (await world.as('clerk'))('/api/reminders/inbox');
    const kinds = inbox.json<Inbox>().waiting.map(({ kind }) => kind);
    expect(kinds).toContain('sign-for');
  });

  it('is told to many addressees a part at a time, each part going on where the last stopped', async () => {
    await addClerks(world.site, addresseesAtOnce + 7);
    const desk = await deskOf(world);
    await issuedRequest(desk, requestContent());
    await world.app.work.sweep('dong');
    const all = await messagesOf(world);
    const clerks = all.filter(({ occasion }) => occasion.startsWith('request:'));
    expect(clerks.length).toBeGreaterThan(addresseesAtOnce);
    expect(new Set(clerks.map(({ personId }) => personId)).size).toBe(clerks.length);
  }, 60_000);

  it('that is not there any more tells nobody and holds nothing up', async () => {
    const mark = await markOfEvent(world, 'reminders.request');
    await tellAddressees(job(), { requestId: 'rqt_gone', after: '', mark });
    expect(await messagesOf(world)).toEqual([]);
  });
});

describe('urging for the reply to a request', () => {
  it('reaches the units that owe it, under the rule of once a day', async () => {
    const desk = await deskOf(world);
    const request = await issuedRequest(desk, requestContent());
    const organizationIds = [world.site.units['hospital'] ?? ''];
    const urge = () => desk.drafter('/api/reminders/urges', { json: { request, organizationIds } });
    const [first, second] = [await urge(), await urge()].map(
      (answer) => answer.json<Urged>().results[0]?.outcome,
    );
    expect([first, second]).toEqual(['urged', 'already']);
  });

  it('is for the issuer alone', async () => {
    const desk = await deskOf(world);
    const request = await issuedRequest(desk, requestContent());
    const reviewer = await world.as('reviewer');
    const organizationIds = [world.site.units['hospital'] ?? ''];
    const json = { request, organizationIds };
    expect((await reviewer('/api/reminders/urges', { json })).status).toBe(403);
  });
});

describe('what a handler tells', () => {
  it('of a filing that came back is told once, though the event comes twice', async () => {
    await publishInto(world.site);
    const [filing] = await world.site.database.db
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.organizationId, world.site.units['hospital'] ?? ''));
    const submissionId = filing?.id ?? '';
    const mark = await markOfEvent(world, 'reminders.returned');
    await tellReturned(job(), { submissionId, revision: 1, mark });
    await expect(tellReturned(job(), { submissionId, revision: 1, mark })).rejects.toThrow(
      'platform.conflict',
    );
    expect((await told('clerk')).map(({ title }) => title.zh)).toEqual(['报送件退回待改']);
  });

  it('of an urge that is not there is nothing', async () => {
    await tellUrged(job(), {
      urgeId: 'urg_none',
      mark: await markOfEvent(world, 'reminders.urged'),
    });
    expect(await messagesOf(world)).toEqual([]);
  });

  it('is nothing for nobody', async () => {
    expect(await readWaiting(job(), [])).toEqual(new Map());
  });
});
