import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'organizations.name_taken': {
    status: 409,
    zh: '已有单位使用这一名称，请核对。',
    en: 'A unit has this name already.',
  },
  'organizations.unit_ended': {
    status: 409,
    zh: '该单位已停业或已合并，不能再这样办理。',
    en: 'The unit has ended.',
  },
  'organizations.day_to_come': {
    status: 422,
    zh: '请填写今天或以前的日期；以后生效的，请到当日办理。',
    en: 'Give today or a day before; do what holds later on its day.',
  },
  'organizations.name_newer': {
    status: 422,
    zh: '现用名称从 {last} 的次日起使用，更名日期须在此之后。',
    en: 'The present name holds since the day after {last}; rename it from a later day.',
  },
  'organizations.wrong_heir': {
    status: 422,
    zh: '承接单位须为另一个正常的单位，且不在本单位之下。',
    en: 'It must go into another open unit that does not stand under it.',
  },
  'organizations.heir_circle': {
    status: 409,
    zh: '承接单位计划自 {day} 起直接或间接隶属于本单位，合并后将成为自己的上级。请先变更这一计划中的隶属关系，再办理合并。',
    en: 'From {day} on the heir is to stand under this unit, itself or by others, and would be its own superior. Change that plan first, then merge.',
  },
  'organizations.reopen_circle': {
    status: 409,
    zh: '撤销后，按已计划的隶属关系，自 {day} 起会有单位成为自己的上级。请先变更这一计划中的隶属关系，再撤销。',
    en: 'Taken back, a unit would be its own superior from {day} on, as planned since. Change that plan first.',
  },
  'organizations.has_subordinates': {
    status: 409,
    zh: '还有 {count} 个单位以本单位为上级，请先调整它们的隶属关系，或改为并入承接单位。',
    en: '{count} units stand under it; give them another superior first, or merge it.',
  },
  'organizations.nothing_to_undo': {
    status: 409,
    zh: '只能在办理当日撤销停业或合并；过后请按新增单位办理。',
    en: 'An ending is taken back on the day it was recorded only.',
  },
  'organizations.unknown_fact_value': {
    status: 422,
    zh: '没有这一类别、等级或举办性质，请从列表中选择。',
    en: 'There is no such kind, level or ownership; choose one of the list.',
  },
});

export const createNameTakenError = errors['organizations.name_taken'];
export const createUnitEndedError = errors['organizations.unit_ended'];
export const createDayToComeError = errors['organizations.day_to_come'];
export const createWrongHeirError = errors['organizations.wrong_heir'];
export const createHeirCircleError = errors['organizations.heir_circle'];
export const createReopenCircleError = errors['organizations.reopen_circle'];
export const createHasSubordinatesError = errors['organizations.has_subordinates'];
export const createNothingToUndoError = errors['organizations.nothing_to_undo'];
export const createNameNewerError = errors['organizations.name_newer'];
export const createUnknownFactValueError = errors['organizations.unknown_fact_value'];
