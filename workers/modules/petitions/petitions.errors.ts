import { defineErrors } from '#workers/platform/http/problem.ts';

export const petitionsErrors = defineErrors({
  'petitions.not_found': {
    status: 404,
    zh: '没有这件请示、专报或信息，或不在您的职责范围内。',
    en: 'There is no such petition, or it is outside your range.',
  },
  'petitions.not_drafting': {
    status: 409,
    zh: '本件已经提交审签或报送，内容不能再改；审签中的请先撤回。',
    en: 'It is submitted or filed and cannot be changed; withdraw the approval first.',
  },
  'petitions.incomplete': {
    status: 422,
    zh: '请写明标题和正文后再提交。',
    en: 'Write a title and a text before it is submitted.',
  },
  'petitions.not_signed': {
    status: 409,
    zh: '请示、专报须经本单位主要负责人审签后报送。',
    en: 'It has to be signed by the head of the unit before it is filed.',
  },
  'petitions.not_above': {
    status: 409,
    zh: '只能向本委（局）或主管本单位的机关报送。',
    en: 'A unit writes to the commission or to the authority over it, to nobody else.',
  },
  'petitions.not_open': {
    status: 409,
    zh: '本件还没有报送，或已经答复、退回，不能再办理这一步。',
    en: 'It is not filed yet, or it is answered or returned; this cannot be done any more.',
  },
  'petitions.instruction_wanted': {
    status: 409,
    zh: '请示须经批示后方可批复。',
    en: 'A request for instructions is answered only after a leader has given one.',
  },
  'petitions.due_in_the_past': {
    status: 422,
    zh: '批示要求的办理日期不能早于今天。',
    en: 'The day that is set cannot lie in the past.',
  },
  'petitions.not_answered': {
    status: 409,
    zh: '本件还没有答复，不能签收。',
    en: 'There is no answer to sign for yet.',
  },
});
