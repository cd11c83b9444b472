import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Answers, ReturnPoint } from '#schema/contracts/submissions.ts';
import {
  otherReason,
  exemptionReasons,
  extensionReasons,
  returnReasons,
  scanReason,
} from './answer-texts.ts';
import { makeAnswers, writtenFields } from './answers.ts';
import { makeTimes } from './filing-times.ts';
import { decideFates } from './outcomes.ts';
import type { Fate, OpenedFiling } from './outcomes.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One arrival and what the office said of it, where it has. */
export type Round = {
  readonly filedAt: number;
  readonly answers: Answers;
  readonly decidedAt?: number;
  readonly points?: readonly ReturnPoint[];
};

export type DecidedFiling = Fate & {
  readonly filing: OpenedFiling;
  readonly task: Task;
  readonly form: Form;
};

export type FilingPlan = DecidedFiling & {
  readonly answers: Answers;
  readonly rounds: readonly Round[];
  /** Signed on paper, as most heads do. */
  readonly signedOnPaper: boolean;
  readonly newDueOn?: string;
  readonly reason?: string;
};

export type FilingsInput = {
  readonly world: World;
  readonly campaign: Campaign;
  readonly filings: readonly OpenedFiling[];
  readonly openedAt: number;
  readonly idOf: (unit: string) => string;
};

const dayMs = 24 * 60 * 60 * 1000;

/** The whole half-year of a region: what became of each filing that anybody touched. */
export function decideFilings(input: FilingsInput): DecidedFiling[] {
  const { world, campaign, filings } = input;
  const random = createRandom(`${world.seed} ${world.region} fates`);
  const tasks = new Map(campaign.tasks.map((task) => [task.key, task]));
  const forms = new Map(campaign.forms.map((form) => [form.key, form]));
  const ordered = filings.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  const bureauOf = bureausOf(world);
  const fates = decideFates({
    filings: ordered,
    now: world.now,
    random,
    bureauOf,
    mayBeNil: (key) => tasks.get(key)?.nilReturn === true,
    hospital: world.hospital,
    reviewed: bureauOf(world.hospital),
  });
  return ordered.flatMap((filing) => {
    const task = tasks.get(filing.taskKey);
    const form = forms.get(task?.form ?? '');
    const fate = fates.get(filing.id);
    if (task === undefined || form === undefined || fate === undefined) return [];
    return fate.outcome === 'untouched' ? [] : [{ filing, task, form, ...fate }];
  });
}

function nameOf({ unit, taskKey, occurrence }: OpenedFiling): string {
  return `${unit} ${taskKey} ${occurrence}`;
}

/** The highest bureau above a unit in its place; the commission where there is none. */
export function bureausOf({ units }: World): (unit: string) => string {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const above = (key: string): string => {
    const territory = byKey.get(key)?.relations.find(({ relation }) => relation === 'territory');
    if (territory?.superior !== undefined) return above(territory.superior);
    return byKey.get(key)?.kind === 'bureau' ? key : '';
  };
  return above;
}

/** One filing's course in full: its answers, its rounds, its papers. */
export function planFiling(input: FilingsInput, planned: DecidedFiling): FilingPlan {
  const { world } = input;
  const { filing, task, form, outcome } = planned;
  const seed = `${world.seed} ${world.region} ${nameOf(filing)}`;
  const random = createRandom(`${seed} course`);
  const isEmpty = outcome === 'nil' || outcome === 'exempt' || outcome === 'overdue';
  const answers = isEmpty
    ? {}
    : makeAnswers({
        form,
        seed: `${seed} answers`,
        organizationId: input.idOf(filing.unit),
        year: world.year,
      });
  const base = { ...planned, answers, rounds: [], signedOnPaper: random.happens(450) };
  switch (outcome) {
    case 'extended': {
      const days = random.between(5, 15);
      const newDueOn = dayText(world.now + days * dayMs);
      return { ...base, answers: {}, newDueOn, reason: random.pick(extensionReasons) };
    }
    case 'exempt':
      return { ...base, reason: random.pick(exemptionReasons) };
    case 'draft':
      return { ...base, answers: begun(form, answers, random) };
    case 'accepted':
    case 'nil':
    case 'in-review':
    case 'returned':
      return { ...base, rounds: planRounds(input, { ...base, task }, random) };
    case 'overdue':
    case 'signing':
    case 'signed':
    case 'untouched':
      return base;
  }
}

function dayText(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The first part of the answers: a draft is filled from the top. */
function begun(form: Form, answers: Answers, random: Random): Answers {
  const keys = form.fields
    .filter(({ key, kind }) => kind !== 'table' && answers[key] !== undefined)
    .map(({ key }) => key);
  const share = random.between(30, 70);
  const kept = new Set(keys.slice(0, Math.max(1, Math.floor((keys.length * share) / 100))));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => kept.has(key)));
}

function planRounds(input: FilingsInput, plan: FilingPlan, random: Random): Round[] {
  const { filing, outcome, answers, form } = plan;
  const returns = plan.returns ?? 0;
  const isDecided = outcome === 'accepted' || outcome === 'nil' || outcome === 'returned';
  const arrivals = outcome === 'returned' ? returns : returns + 1;
  const acts = 2 * (arrivals - 1) + (isDecided ? 1 : 0);
  const times = makeTimes(
    {
      dueAt: filing.dueAt ?? input.world.now,
      openedAt: input.openedAt,
      now: input.world.now,
      late: plan.late === true,
      acts,
    },
    random,
  );
  return Array.from({ length: arrivals }, (_, index): Round => {
    const isLast = index === arrivals - 1;
    const decidedAt = times[2 * index + 1];
    const isReturn = !isLast || outcome === 'returned';
    const points = isReturn
      ? pointsOf(plan, index, { random, hospital: input.world.hospital })
      : undefined;
    return {
      filedAt: times[2 * index] ?? input.openedAt,
      answers: points === undefined ? answers : lacking(form, answers, points),
      ...(decidedAt === undefined ? {} : { decidedAt }),
      ...(points === undefined ? {} : { points }),
    };
  });
}

/** Everything that is wrong is listed the first time; a second return asks for what is left. */
function pointsOf(
  { form, answers, task, filing }: FilingPlan,
  round: number,
  { random, hospital }: { random: Random; hospital: string },
): ReturnPoint[] {
  const count = round > 0 ? 1 : filing.unit === hospital ? 3 : random.between(1, 3);
  const written = writtenFields(form, answers).filter(({ kind }) => kind === 'long-text');
  const others = form.fields.filter(
    ({ key, kind }) => kind !== 'long-text' && kind !== 'table' && answers[key] !== undefined,
  );
  const pointed = [...written, ...others, ...form.fields.slice(0, 1)].slice(0, count);
  const points = pointed.map(({ key, kind, label }) => ({
    path: key,
    label: textIn(label, 'zh-CN').value,
    reason: kind === 'long-text' ? random.pick(returnReasons) : otherReason,
  }));
  const scan = task.deliverables?.find(({ kind, required }) => kind === 'stamped-scan' && required);
  if (scan === undefined || round > 0) return points;
  const label = textIn(scan.title, 'zh-CN').value;
  return [...points, { path: `deliverables/${scan.key}`, label, reason: scanReason }];
}

const tooShort = '已按要求开展，情况正常。';

/** What was filed before it was mended: the fields that the office then pointed at say too little. */
function lacking(form: Form, answers: Answers, points: readonly ReturnPoint[]): Answers {
  const pointed = new Set(points.map(({ path }) => path));
  const short = writtenFields(form, answers)
    .filter(({ key, minLength }) => pointed.has(key) && (minLength ?? 0) <= tooShort.length)
    .filter(({ maxLength }) => (maxLength ?? tooShort.length) >= tooShort.length)
    .map(({ key }) => [key, tooShort]);
  return { ...answers, ...(Object.fromEntries(short) as Answers) };
}
