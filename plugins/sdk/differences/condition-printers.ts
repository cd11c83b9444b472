import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Language, Text } from '#schema/contracts/campaign/text.ts';
import type { Guard } from '#schema/contracts/campaign/workflow.ts';
import { fieldsOf, listed, oneOf } from './printers.ts';
import type { Place } from './printers.ts';

type Asked = Field | Column;

/** Both languages of one sentence, with its places filled. */
export const say = (zh: string, en: string, language: Language): string =>
  language === 'en' ? en : zh;

const optionsOf = (field: Asked | undefined): readonly { key: string; label: Text }[] => {
  if (field?.kind === 'choice' || field?.kind === 'multiple-choice') return field.options;
  return field?.kind === 'rating' ? field.steps : [];
};

/** The fields that a condition may speak of: those of the form, and the columns of its tables. */
const askedIn = (place: Place): readonly Asked[] =>
  fieldsOf(place).flatMap((field): Asked[] =>
    field.kind === 'table' ? [field, ...field.columns] : [field],
  );

/** A fact that no form asks for is called by its key, in its own marks: nothing is left unsaid. */
const labelOf = (place: Place, key: string, language: Language): string => {
  const field = askedIn(place).find((each) => each.key === key);
  return `“${field ? textIn(field.label, language).value : key}”`;
};

const valueOf = (field: Asked | undefined, value: unknown, language: Language): string => {
  const option = optionsOf(field).find(({ key }) => key === value);
  if (option) return textIn(option.label, language).value;
  if (typeof value === 'boolean')
    return value ? say('是', 'yes', language) : say('否', 'no', language);
  return String(value);
};

const operators: Readonly<Record<Comparison['op'], readonly [zh: string, en: string]>> = {
  eq: ['为', ' is '],
  in: ['为', ' is '],
  ne: ['不为', ' is not '],
  lt: ['小于', ' is less than '],
  le: ['不大于', ' is at most '],
  gt: ['大于', ' is more than '],
  ge: ['不小于', ' is at least '],
  present: ['已填', ' is filled in'],
  absent: ['未填', ' is empty'],
};

const comparison = (given: Comparison, place: Place, language: Language): string => {
  const { op, than, value } = given;
  const field = askedIn(place).find(({ key }) => key === given.field);
  const name = labelOf(place, given.field, language);
  const [zh, en] = operators[op];
  if (op === 'present' || op === 'absent') return say(`${name}${zh}`, `${name}${en}`, language);
  const wanted =
    than === undefined
      ? [value]
          .flat()
          .map((each) => valueOf(field, each, language))
          .join(say('或', ' or ', language))
      : labelOf(place, than, language);
  return `${name}${say(zh, en, language)}${wanted}`;
};

/** “是否开展”为是，并且“人数”不小于10. */
export const printCondition = (condition: Condition, place: Place, language: Language): string => {
  const part = (each: Condition): string => {
    const words = printCondition(each, place, language);
    return 'field' in each ? words : say(`（${words}）`, `(${words})`, language);
  };
  if ('all' in condition) return condition.all.map(part).join(say('，并且', ', and ', language));
  if ('any' in condition) return condition.any.map(part).join(say('，或者', ', or ', language));
  if ('not' in condition) {
    return say('并非', 'not ', language) + part(condition.not);
  }
  return comparison(condition, place, language);
};

/** Always, never, or only where a condition holds. */
export const printRequired = (
  required: boolean | Condition,
  place: Place,
  language: Language,
): string => {
  if (typeof required !== 'boolean') return printCondition(required, place, language);
  return required ? say('必填', 'always', language) : say('可不填', 'not', language);
};

const titleIn = (
  list: readonly { key: string; title: Text }[] | undefined,
  key: string,
  language: Language,
): string => {
  const found = list?.find((each) => each.key === key);
  return `“${found ? textIn(found.title, language).value : key}”`;
};

const plain = oneOf({
  'not-filer': ['谁申请谁不得审批', 'nobody approves what he filed'],
  'not-own-unit': ['本单位的人不得办理', 'nobody of the unit concerned'],
  'not-adviser': ['指导该单位的人不得办理', 'nobody who advises the unit'],
  'instances-closed': ['各单位均已销号', 'every unit’s instance is closed'],
});

const guard = (given: Guard, place: Place, language: Language): string => {
  // Guards stand in the steps of a register and nowhere else.
  const { clocks, links } = place.part as Pick<Register, 'clocks' | 'links'>;
  switch (given.kind) {
    case 'linked-entry': {
      const link = titleIn(links, given.link, language);
      const linked = say(`须关联${link}`, `an entry linked by ${link}`, language);
      if (given.unlessField === undefined) return linked;
      const instead = labelOf(place, given.unlessField, language);
      return linked + say(`或填写${instead}`, ` or ${instead} filled in`, language);
    }
    case 'before-expiry': {
      const clock = titleIn(clocks, given.clock, language);
      return say(`须在${clock}届满前`, `before ${clock} runs out`, language);
    }
    case 'ticks': {
      const ticks = listed(
        given.ticks.map(({ title }) => textIn(title, language).value),
        language,
      );
      return say(`逐条确认：${ticks}`, `confirmed line by line: ${ticks}`, language);
    }
    case 'condition':
      return printCondition(given.when, place, language);
    case 'not-filer':
    case 'not-own-unit':
    case 'not-adviser':
    case 'instances-closed':
      return plain(given.kind, place, language);
  }
};

/** 谁申请谁不得审批；须关联“问题线索”. */
export const printGuards = (guards: readonly Guard[], place: Place, language: Language): string =>
  guards.map((each) => guard(each, place, language)).join(say('；', '; ', language));
