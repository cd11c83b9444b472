import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMessaging } from '#workers/app/tenant-messaging.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { aboutPhone } from '#workers/modules/organizations/index.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { listContacts } from './channels.repository.ts';
import { phone } from './phone.fixtures.ts';
import { markOfEvent } from './reminders.fixtures.ts';
import { aboutContact } from './usecases/deliver-message.ts';
import { keepPhone } from './usecases/keep-phone.ts';

const invitationId = 'inv_1';
const own = ['136', '0000', '9876'].join('');

let world: TestApp;
beforeEach(async () => {
  world = await createTestApp();
});
afterEach(() => world.close());

const personId = () => world.site.people['clerk'] ?? '';
const messagingOf = () =>
  createMessaging(
    {
      keyRing: { keyFor: async () => world.site.database.address.key },
      outward: { hosts: parseOutwardHosts(''), send: globalThis.fetch, timeoutMs: 300 },
      baseHost: 'qingfeng.example',
    },
    { slug: 'dong', hosts: [] },
  );

/** The invitation's number comes in once its event is handled. */
async function handle() {
  const { database, profile } = world.site;
  const messaging = messagingOf();
  const sealed = await messaging.box.seal(phone, aboutPhone(invitationId));
  const mark = await markOfEvent(world, 'reminders.joined');
  const context = { ...database, tenant: profile, messaging, evidence: undefined as never };
  await keepPhone(context, {
    invitationId,
    personId: personId(),
    sealed,
    masked: '135****1234',
    mark,
  });
  const [contact] = await listContacts(database.db, personId());
  const about = aboutContact({ personId: personId(), kind: 'phone' });
  return { contact, number: await messaging.box.open(contact?.sealed ?? '', about) };
}

it('the number of the invitation is kept where its person entered none', async () => {
  const { contact, number } = await handle();
  expect(contact).toMatchObject({ kind: 'phone', enteredBy: 'administrator' });
  expect(number).toBe(phone);
});

it('a number that the person entered in the meantime stays', async () => {
  const clerk = await world.as('clerk');
  await clerk('/api/reminders/contacts/phone', { method: 'PUT', json: { value: own } });
  const { contact, number } = await handle();
  expect(contact).toMatchObject({ kind: 'phone', enteredBy: 'self', masked: '136****9876' });
  expect(number).toBe(own);
});
