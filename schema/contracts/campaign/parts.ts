import * as v from 'valibot';
import { CampaignSchema, DictionarySchema } from './campaign.ts';
import type { CampaignPartKind } from './campaign.ts';
import { ClauseSchema } from './clause.ts';
import { PhaseSchema } from './dates.ts';
import { FormSchema } from './form.ts';
import { IndicatorSchema } from './indicator.ts';
import { RegisterSchema } from './register.ts';
import { ScorecardSchema } from './scorecard.ts';
import { TaskSchema } from './task.ts';

/** Everything of a campaign that stands in no list; an empty list of dictionaries says “some”. */
export const CampaignHeadSchema = v.object({
  ...v.omit(CampaignSchema, [
    'clauses',
    'phases',
    'tasks',
    'forms',
    'registers',
    'indicators',
    'scorecards',
    'dictionaries',
  ]).entries,
  dictionaries: v.optional(v.tuple([])),
});

/** What the body of each kind of part must be; the browser and the server check by the same. */
const partBodySchemas = {
  head: CampaignHeadSchema,
  clause: ClauseSchema,
  phase: PhaseSchema,
  task: TaskSchema,
  form: FormSchema,
  register: RegisterSchema,
  indicator: IndicatorSchema,
  scorecard: ScorecardSchema,
  dictionary: DictionarySchema,
} as const satisfies Record<CampaignPartKind, v.GenericSchema>;

/** A body as the contract of its kind has it, or what is wrong with it; every part has a key. */
export function readPartBody(kind: CampaignPartKind, body: unknown) {
  const schema: v.GenericSchema<unknown, { key: string }> = partBodySchemas[kind];
  return v.safeParse(schema, body);
}
