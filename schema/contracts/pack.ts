import * as v from 'valibot';
import { AudienceSchema } from './campaign/audience.ts';
import { BrandingSchema, FooterSchema, WordsSchema, regionLevels } from './campaign/branding.ts';
import { CampaignSchema } from './campaign/campaign.ts';
import { ClauseSchema } from './campaign/clause.ts';
import { ConditionSchema } from './campaign/condition.ts';
import { DateRuleSchema, DaySchema, PhaseSchema } from './campaign/dates.ts';
import { FieldSchema, FormSchema } from './campaign/form.ts';
import { IndicatorSchema } from './campaign/indicator.ts';
import { KeySchema } from './campaign/keys.ts';
import { RegisterSchema } from './campaign/register.ts';
import {
  CriterionSchema,
  GradeConditionSchema,
  ScoreGroupSchema,
  ScoreNodeSchema,
  ScoreRuleSchema,
  ScorecardSchema,
} from './campaign/scorecard.ts';
import { SourceSchema } from './campaign/source.ts';
import { TaskSchema } from './campaign/task.ts';
import { TextSchema } from './campaign/text.ts';
import { SlugSchema, TenantNamesSchema } from './tenants.ts';

/** The shape of a 方案文件 has a number of its own; the campaign in it names its language. */
export const packVersion = 1;

/** Names that no region may take: hosts, databases and words of the program itself. */
export const reservedSlugs: readonly string[] = [
  'admin',
  'api',
  'control',
  'default',
  'localhost',
  'oversight',
  'pack',
  'platform',
  'www',
];

/** Who the commission is: what a new tenant needs beside its campaign. */
export const PackRegionSchema = v.strictObject({
  /** Its name in addresses and of its database. */
  slug: SlugSchema,
  level: v.picklist(regionLevels),
  /** GB/T 2260, six digits. */
  divisionCode: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  names: TenantNamesSchema,
  /** Place in official order among the regions shown together; the division code unless given. */
  order: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});
export type PackRegion = v.InferOutput<typeof PackRegionSchema>;

/**
 * 方案文件: a campaign, and what a region needs to run it alone. `contentHash` is the SHA-256 of the
 * canonical JSON of everything else; a file written by hand may leave it out.
 */
export const PackSchema = v.strictObject({
  $schema: v.optional(v.string()),
  packVersion: v.literal(packVersion),
  contentHash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  region: PackRegionSchema,
  branding: BrandingSchema,
  words: WordsSchema,
  footer: FooterSchema,
  campaign: CampaignSchema,
});
export type Pack = v.InferOutput<typeof PackSchema>;

/** What stands in many places of a file, or in itself, is described once and referred to. */
export const packDefinitions: Readonly<Record<string, v.GenericSchema>> = {
  Key: KeySchema,
  Text: TextSchema,
  Source: SourceSchema,
  Day: DaySchema,
  DateRule: DateRuleSchema,
  Condition: ConditionSchema,
  Audience: AudienceSchema,
  Clause: ClauseSchema,
  Phase: PhaseSchema,
  Field: FieldSchema,
  Form: FormSchema,
  Task: TaskSchema,
  Register: RegisterSchema,
  Indicator: IndicatorSchema,
  ScoreRule: ScoreRuleSchema,
  Criterion: CriterionSchema,
  ScoreGroup: ScoreGroupSchema,
  ScoreNode: ScoreNodeSchema,
  GradeCondition: GradeConditionSchema,
  Scorecard: ScorecardSchema,
};

/** `POST /api/campaigns/drafts/import`; `carriesOut`: the file is a higher authority’s (承接). */
export const ImportPackSchema = v.object({
  file: v.pipe(v.string(), v.minLength(1)),
  carriesOut: v.optional(v.boolean(), false),
});
