import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'organizations.handover_not_found': {
    status: 404,
    zh: '没有找到该项交接。',
    en: 'There is no such hand-over.',
  },
  'organizations.handover_not_yours': {
    status: 403,
    zh: '该岗位不能由您交接。系统管理员、安全管理员、审计管理员的岗位由安全管理员授予、收回，不办交接。',
    en: 'This post is not yours to hand over. Administrators’ posts are given and ended instead.',
  },
  'organizations.handover_wrong_successor': {
    status: 422,
    zh: '接任人须是同一单位另一个可登录的账号。没有账号的，请系统管理员先开设。',
    en: 'The successor must be another account of the same unit that may sign in.',
  },
  'organizations.handover_open': {
    status: 409,
    zh: '该岗位已有未办结的交接，请先办完或撤销。',
    en: 'This post is being handed over already.',
  },
  'organizations.handover_day_past': {
    status: 422,
    zh: '交接日期须为今天或以后。',
    en: 'The day is today or later.',
  },
  'organizations.handover_wrong_state': {
    status: 409,
    zh: '该项交接现在不能由您这样办理，请刷新页面。',
    en: 'This cannot be done with the hand-over now; reload the page.',
  },
});

export const createHandoverNotFoundError = errors['organizations.handover_not_found'];
export const createNotYoursError = errors['organizations.handover_not_yours'];
export const createWrongSuccessorError = errors['organizations.handover_wrong_successor'];
export const createHandoverOpenError = errors['organizations.handover_open'];
export const createHandoverDayPastError = errors['organizations.handover_day_past'];
export const createHandoverWrongStateError = errors['organizations.handover_wrong_state'];
