import { textIn } from '#schema/contracts/campaign/text.ts';
import type {
  PetitionAddressees,
  PetitionContent,
  PetitionKind,
  PetitionMoved,
} from '#schema/contracts/petitions.ts';
import { citeEvidence, evidenceErrors, listEvidence } from '#workers/modules/evidence/index.ts';
import { findOrganization, findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { commission, isEditable, officesAbove, seatOf } from '../petitions.domain.ts';
import { petitionsErrors } from '../petitions.errors.ts';
import { insertPetition } from '../petitions.repository.ts';
import type { StoredPetition } from '../petitions.repository.ts';
import { changeOf, commitPetition } from './commit-petition.ts';
import type { Act } from './commit-petition.ts';
import { assertSeen, loadOwn } from './load-petition.ts';

/** The units a person writes for, by his own posts. */
export function writingUnits({ actor }: Pick<TenantContext, 'actor'>): string[] {
  const own = actor.grants.filter(({ permissions }) => permissions.includes('petitions.write'));
  return [...new Set(own.flatMap(({ organizationId }) => organizationId ?? []))];
}

/** To whom one may write: the commission, and the bureaus over one's unit. */
export async function listAddressees({
  context,
}: {
  context: TenantContext;
}): Promise<PetitionAddressees> {
  assertHolds(context.actor, 'petitions.write');
  const units = await findOrganizations(context.db, writingUnits(context));
  const above = await findOrganizations(context.db, [
    ...new Set(units.flatMap(({ id, paths }) => officesAbove(id, paths))),
  ]);
  const self = textIn(context.tenant.names.full, context.locale).value;
  return {
    units: units.map(({ id, name, paths }) => {
      const offices = officesAbove(id, paths).flatMap((office) =>
        above.filter((each) => each.id === office && each.kind === 'bureau'),
      );
      const addressees = offices.map((office) => ({
        organizationId: office.id,
        name: office.name,
      }));
      return {
        organizationId: id,
        organizationName: name,
        addressees: [...addressees, { name: self }],
      };
    }),
  };
}

/** Begins a 请示, 专报 or 信息 of one's own unit to an office over it. */
export async function openPetition(request: {
  context: TenantContext;
  input: {
    organizationId: string;
    kind: PetitionKind;
    addressee?: string | undefined;
    content: PetitionContent;
    requestKey?: RequestKey | undefined;
  };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const { actor, clock, ids, db } = context;
  const { organizationId } = input;
  assertCan(seatOf(actor, organizationId), 'petitions.write', { organizationId });
  const unit = await findOrganization(db, organizationId);
  if (unit === undefined) throw petitionsErrors['petitions.not_found']();
  const addresseeId = input.addressee ?? commission;
  const isAbove =
    addresseeId === commission || officesAbove(unit.id, unit.paths).includes(addresseeId);
  if (!isAbove) throw petitionsErrors['petitions.not_above']();
  const at = clock.now();
  const row: StoredPetition = {
    ...blank,
    id: ids.next('pet'),
    organizationId,
    organizationName: unit.name,
    addresseeId,
    kind: input.kind,
    content: input.content,
    writtenBy: [actor.personId],
    createdAt: at,
    updatedAt: at,
  };
  const change = changeOf(context, row.id, {
    action: 'petition.open',
    facts: { organizationId, addresseeId, kind: row.kind },
    act: { kind: 'open', text: '' },
    steps: [insertPetition(row), ...(await citeOwn(context, row, input.content))],
  });
  const answer = { id: row.id, state: row.state, version: 1 };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

const blank = {
  state: 'drafting',
  filedContent: null,
  contentHash: null,
  approvalId: null,
  registerYear: null,
  registerNumber: null,
  receiptNumber: null,
  filedAt: null,
  filedByPost: null,
  opinion: null,
  instruction: null,
  dueOn: null,
  answer: null,
  answeredAt: null,
  adopted: false,
  signedForAt: null,
  signedForByPost: null,
  returnReason: null,
  version: 1,
} as const;

/** Saves the text as a whole, as far as nobody saved it since it was read. */
export async function savePetition(request: {
  context: TenantContext;
  input: Act & { content: PetitionContent };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadOwn(context, input.id, 'petitions.write');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (!isEditable(row.state)) throw petitionsErrors['petitions.not_drafting']();
  const writtenBy = [...new Set([...row.writtenBy, context.actor.personId])];
  return commitPetition(context, row, {
    update: { content: input.content, writtenBy },
    action: 'petition.save',
    facts: { files: input.content.evidence.length },
    steps: await citeOwn(context, row, input.content),
    requestKey: input.requestKey,
  });
}

/** Files are the unit's own, or brought by the person who writes. */
async function citeOwn(
  context: TenantContext,
  { id, organizationId }: StoredPetition,
  { evidence }: PetitionContent,
): Promise<Step[]> {
  const wanted = [...new Set(evidence)];
  const files = await listEvidence(context.db, wanted);
  const own = files.filter(
    (file) => file.organizationId === organizationId || file.uploadedBy === context.actor.personId,
  );
  if (own.length !== wanted.length) throw evidenceErrors['evidence.not_found']();
  const place = { subjectKind: 'petition', subjectId: id, slot: 'attachments' };
  return citeEvidence(place, wanted, context.clock.now());
}
