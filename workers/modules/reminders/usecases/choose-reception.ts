import type { ChannelKind, ContactKind, Reception } from '#schema/contracts/reminders.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { AuditFacts, OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import {
  findReception,
  hasPerson,
  listChannels,
  listContacts,
  readSettings,
  removeContact,
  saveContact,
  saveReception,
} from '../channels.repository.ts';
import { listRecipients } from '../messages.repository.ts';
import { contactFor, isContact, maskContact } from '../reminders.domain.ts';
import { remindersErrors } from '../reminders.errors.ts';
import { aboutContact } from './deliver-message.ts';
import { noticeChange } from './notify.ts';
import type { SetUpContext } from './set-up-channels.ts';

/** 接收方式 of one person: addresses are shown masked, to that person alone. */
export async function showReception({ context }: { context: TenantContext }): Promise<Reception> {
  const { db, actor } = context;
  const [own, contacts, channels, settings] = await Promise.all([
    findReception(db, actor.personId),
    listContacts(db, actor.personId),
    listChannels(db),
    readSettings(db),
  ]);
  const offered = channels.filter(({ enabled }) => enabled).map(({ kind }) => kind);
  const channel = own?.channel ?? null;
  return {
    channel: channel !== null && offered.includes(channel) ? channel : null,
    digest: own?.digest ?? true,
    urged: own?.urged ?? true,
    contacts: contacts.map(({ kind, masked, enteredBy }) => ({ kind, masked, enteredBy })),
    offered,
    digestAt: settings.digestAt,
  };
}

export async function chooseReception(request: {
  context: TenantContext;
  input: { channel: ChannelKind | null; digest: boolean; urged: boolean };
}): Promise<Reception> {
  const { context, input } = request;
  const { channel } = input;
  if (channel !== null) {
    const { offered, contacts } = await showReception({ context });
    if (!offered.includes(channel)) throw remindersErrors['reminders.not_offered']();
    if (!contacts.some(({ kind }) => kind === contactFor(channel))) {
      throw remindersErrors['reminders.contact_wanted']();
    }
  }
  const { personId } = context.actor;
  await commit(context, [saveReception({ personId, ...input, updatedAt: context.clock.now() })], {
    action: 'reception.save',
    subjectKind: 'person',
    subjectId: personId,
    facts: input,
  });
  return showReception({ context });
}

type Contact = { personId?: string | undefined; kind: ContactKind };

/** An address, entered by its person or by the administrator, who then tells that person so. */
export async function recordContact(request: {
  context: SetUpContext;
  input: Contact & { value: string };
}): Promise<void> {
  const { context, input } = request;
  const { kind, value } = input;
  const personId = await whose(context, input);
  if (!isContact(kind, value)) throw remindersErrors['reminders.bad_contact']();
  const isOwn = personId === context.actor.personId;
  const sealed = await context.messaging.box.seal(value, aboutContact({ personId, kind }));
  const told = isOwn ? { steps: [], events: [] } : await tellOwner(context, personId);
  const row = {
    personId,
    kind,
    sealed,
    masked: maskContact(kind, value),
    enteredBy: isOwn ? ('self' as const) : ('administrator' as const),
    updatedAt: context.clock.now(),
  };
  await commit(
    context,
    [saveContact(row), ...told.steps],
    { action: 'contact.save', subjectKind: 'person', subjectId: personId, facts: { kind } },
    told.events,
  );
}

export async function forgetContact(request: {
  context: TenantContext;
  input: Contact;
}): Promise<void> {
  const { context, input } = request;
  const { kind } = input;
  const personId = await whose(context, input);
  await commit(context, [removeContact({ personId, kind })], {
    action: 'contact.remove',
    subjectKind: 'person',
    subjectId: personId,
    facts: { kind },
  });
}

async function whose(context: TenantContext, { personId }: Contact): Promise<string> {
  if (personId === undefined) return context.actor.personId;
  assertCan(context.actor, 'reminders.configure', {});
  if (!(await hasPerson(context.db, personId))) throw remindersErrors['reminders.unknown_person']();
  return personId;
}

async function tellOwner(context: TenantContext, personId: string) {
  const recipients = await listRecipients(context.db, [personId]);
  return noticeChange(context, recipients, () => ({
    category: 'security',
    occasion: `contact:${context.ids.next('occ')}`,
    title: { zh: '联系方式已由系统管理员修改', en: 'An administrator changed your contact' },
    body: {
      zh: '系统管理员登记或修改了您的消息接收地址。如有疑问，请联系系统管理员。',
      en: 'The system administrator entered or changed where you receive messages.',
    },
    href: '/messages',
    items: 0,
  }));
}

async function commit(
  { writer, actor, clock }: TenantContext,
  steps: Step[],
  audit: Omit<AuditFacts, 'actor' | 'at'>,
  events: OutboxEventDraft[] = [],
): Promise<void> {
  await commitOrThrow(writer, {
    steps,
    events,
    audit: { ...audit, actor: { kind: 'person', id: actor.personId }, at: clock.now() },
  });
}
