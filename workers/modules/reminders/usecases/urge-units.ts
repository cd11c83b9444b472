import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Urge, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import { clockLabel, nextNoon, postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Change } from '#workers/platform/database/change.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { countContacts } from '../messages.repository.ts';
import type { UnitPage } from '../owing.repository.ts';
import { alreadyWords, restDayWords, urgeBarOf, urgeWords } from '../reminders.domain.ts';
import type { Phrase } from '../reminders.domain.ts';
import { remindersErrors } from '../reminders.errors.ts';
import { UNIT_URGED } from '../reminders.events.ts';
import { insertUrges, listUrgedOn } from '../urges.repository.ts';
import { owedFilings, owedReplies } from './find-owing.ts';
import type { Owed } from './find-owing.ts';

/** Contacts of a unit, who read what it is urged for. */
const told = ['hospital-clerk', 'bureau-reviewer'] as const;

/** Units that one request goes through, and one change urges: the screen asks for the next. */
const unitsAStep = 100;

/** How often a step is made anew because others urge the same units at this moment. */
const mostTries = 8;

const onceADay = 'urges.organization_id, urges.on_day';

type Request = { context: TenantContext; input: Urge };

type Standing = Awaited<ReturnType<typeof listUrgedOn>>[number] & {
  items: number;
  contacts: number;
  left: ReturnType<typeof urgeBarOf>;
};

type Result = Urged['results'][number];

/** What 催办 would send to whom, and whom it leaves out: shown before anything leaves. */
export async function previewUrge({ context, input }: Request): Promise<UrgePreview> {
  const { owed, standings } = await readStanding(context, input, {});
  const now = context.clock.now();
  return {
    asOf: now,
    words: wordsOf(context, owed, undefined),
    deadline: nextNoon(now, officialCalendar),
    restDay: restDayWords(now, officialCalendar),
    units: standings.flatMap(({ id, name, items, contacts, left }) =>
      items === 0
        ? []
        : [
            {
              organizationId: id,
              organizationName: name,
              items,
              contacts,
              ...(left === undefined ? {} : { left }),
            },
          ],
    ),
  };
}

/**
 * 催办, a bounded step of it: each unit at most once a working day, whoever urges and however many
 * at once. Units are gone through by their ids, so that a run that broke off may be repeated.
 */
export async function urgeUnits({ context, input: asked }: Request): Promise<Urged> {
  const { input, next: nextNamed } = stepOf(asked);
  const page = { after: input.after, limit: unitsAStep };
  const { owed, standings } = await readStanding(context, input, page);
  const now = context.clock.now();
  if (restDayWords(now, officialCalendar)) throw remindersErrors['reminders.rest_day']();
  const known = new Set(standings.map(({ id }) => id));
  const wanted = standings.filter(({ items, left }) => items > 0 && left === undefined);
  const results = await urgeStep(context, input, owed, wanted);
  const sent = new Map(results.map((result) => [result.organizationId, result]));
  const missing = (input.organizationIds ?? [])
    .filter((id) => !known.has(id))
    .map((id) => ({
      organizationId: id,
      organizationName: '',
      outcome: 'unknown' as const,
      words: { zh: '不在您的职责范围内', en: 'Not within your range' },
    }));
  const went = standings.map((unit) => sent.get(unit.id) ?? notUrged(unit));
  const found = [...owed.items.keys()];
  const nextFound = found.length === unitsAStep ? found.at(-1) : undefined;
  const next = input.all === undefined ? nextNamed : nextFound;
  return { asOf: now, results: [...went, ...missing], ...(next === undefined ? {} : { next }) };
}

/** Of units by name those of this step, and after which the next begins. */
function stepOf(input: Urge): { input: Urge; next: string | undefined } {
  if (input.organizationIds === undefined) return { input, next: undefined };
  const { after = '' } = input;
  const left = [...new Set(input.organizationIds)].filter((id) => id > after).toSorted();
  const organizationIds = left.slice(0, unitsAStep);
  const next = left.length > unitsAStep ? organizationIds.at(-1) : undefined;
  return { input: { ...input, organizationIds }, next };
}

function notUrged({ id, name, left }: Standing): Result {
  const named = { organizationId: id, organizationName: name };
  if (left !== undefined) return { ...named, outcome: left.why, words: left.words };
  const words = { zh: '没有逾期未报', en: 'Nothing is overdue' };
  return { ...named, outcome: 'nothing', words };
}

type Part = { context: TenantContext; input: Urge; owed: Owed; onDay: string };

/**
 * The units of a step in one change. Who was urged by somebody else in between is left alone, and is
 * neither in the audit entry nor told: the change is made anew without them.
 */
async function urgeStep(
  context: TenantContext,
  input: Urge,
  owed: Owed,
  units: readonly Standing[],
): Promise<Result[]> {
  const part: Part = { context, input, owed, onDay: dayAt(context.clock.now()) };
  const found = { organizationIds: units.map(({ id }) => id), onDay: part.onDay };
  for (let tries = 1; ; tries += 1) {
    const already = (await listUrgedOn(context.db, found)).flatMap(({ id, name, urge }) =>
      urge === null ? [] : [{ id, name, outcome: 'already' as const, words: alreadyWords(urge) }],
    );
    const passed = new Set(already.map(({ id }) => id));
    const free = units.filter(({ id }) => !passed.has(id));
    if (!(await isOvertaken(part, free, tries < mostTries))) {
      const words = { zh: '已催办', en: 'Urged' };
      const urged = free.map((unit) => ({ ...unit, outcome: 'urged' as const, words }));
      return [...urged, ...already].map(({ id, name, ...came }) => ({
        organizationId: id,
        organizationName: name,
        outcome: came.outcome,
        words: came.words,
      }));
    }
  }
}

/** Urges the units; true where somebody else was quicker with one of them, and nothing was done. */
async function isOvertaken(part: Part, units: readonly Standing[], mayBe: boolean) {
  if (units.length === 0) return false;
  const { context, input, owed, onDay } = part;
  const rows = units.map(({ id, items }) =>
    urgeRow(context, input, { owed, organizationId: id, items }),
  );
  const { campaign, task, request } = input;
  const change: Change = {
    steps: [insertUrges(rows)],
    events: rows.map(({ id, organizationId }) => ({
      type: UNIT_URGED,
      subjectId: organizationId,
      payload: { urgeId: id },
    })),
    audit: {
      action: 'unit.urge',
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: request === undefined ? 'campaign' : 'request',
      subjectId: request ?? campaign ?? '',
      at: context.clock.now(),
      facts: { onDay, task, units: units.map(({ id, items }) => ({ id, items })) },
    },
  };
  const constraints = { [onceADay]: remindersErrors['reminders.urged_meanwhile'] };
  try {
    await commitOrThrow(context.writer, change, { constraints });
    return false;
  } catch (error) {
    const isLate = error instanceof ProblemError && error.code === 'reminders.urged_meanwhile';
    if (!isLate || !mayBe) throw error;
    return true;
  }
}

function urgeRow(
  context: TenantContext,
  { campaign, task, request }: Urge,
  { owed, organizationId, items }: { owed: Owed; organizationId: string; items: number },
) {
  const at = context.clock.now();
  return {
    id: context.ids.next('urg'),
    organizationId,
    onDay: dayAt(at),
    campaignId: campaign ?? null,
    taskKey: task ?? null,
    requestId: request ?? null,
    items,
    words: wordsOf(context, owed, items),
    byPersonId: context.actor.personId,
    byPost: postOf(context.actor),
    at,
  };
}

function wordsOf(context: TenantContext, { title }: Owed, items: number | undefined): Phrase {
  const now = context.clock.now();
  return urgeWords({
    clock: clockLabel(now),
    deadline: nextNoon(now, officialCalendar),
    what: title && { zh: `《${title.zh}》`, en: `“${title.en}”` },
    items,
    byPost: postOf(context.actor),
  });
}

async function readStanding(context: TenantContext, input: Urge, page: UnitPage) {
  assertHolds(context.actor, 'reminders.urge');
  const owed =
    input.request === undefined
      ? await owedFilings(context, input, page)
      : await owedReplies(context, { ...input, request: input.request }, page);
  const organizationIds = [...owed.items.keys()];
  const day = dayAt(context.clock.now());
  const [units, contacts] = await Promise.all([
    listUrgedOn(context.db, { organizationIds, onDay: day }),
    countContacts(context.db, { organizationIds, roles: told, day }),
  ]);
  const own = ownUnitsOf(context.actor);
  const standings = units.map((unit): Standing => {
    const reached = contacts.get(unit.id) ?? 0;
    const items = owed.items.get(unit.id) ?? 0;
    const bar = urgeBarOf({ urge: unit.urge, isOwn: own.has(unit.id), contacts: reached });
    return { ...unit, items, contacts: reached, left: items === 0 ? undefined : bar };
  });
  return { owed, standings };
}

/** The office that urges does not urge itself. */
function ownUnitsOf({ organizationId, grants }: TenantContext['actor']): Set<string> {
  const seats = grants.flatMap((grant) => grant.organizationId ?? []);
  return new Set(organizationId === null ? seats : [...seats, organizationId]);
}
