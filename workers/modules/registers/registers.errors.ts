import { defineErrors } from '#workers/platform/http/problem.ts';

export const registersErrors = defineErrors({
  'registers.unknown_register': {
    status: 404,
    zh: '没有这本台账，或它还没有填报表和办理环节。',
    en: 'There is no such register, or it has no form and workflow yet.',
  },
  'registers.not_found': {
    status: 404,
    zh: '没有这一件，或不在您的职责范围内。',
    en: 'There is no such entry, or it is outside your range.',
  },
  'registers.unknown_unit': {
    status: 422,
    zh: '这个单位不在本台账的范围内，请重新选择单位。',
    en: 'This unit does not belong to the register. Choose another.',
  },
  'registers.not_recorder': {
    status: 403,
    zh: '本台账不由您这一方登记。',
    en: 'It is not for your side to put entries on this register.',
  },
  'registers.master_only': {
    status: 409,
    zh: '本台账的事项由方案统一下达，不另行登记。',
    en: 'The entries of this register come with the campaign; none are added.',
  },
  'registers.sealed': {
    status: 409,
    zh: '本台账属于专管区，不在这里登记内容。',
    en: 'This register is sealed; nothing is recorded here.',
  },
  'registers.not_editable': {
    status: 409,
    zh: '这一件已经开始办理，登记内容不能再改；请用办理环节补充。',
    en: 'Handling has begun; what was recorded cannot be changed. Add to it by the steps.',
  },
  'registers.refused': {
    status: 409,
    zh: '这一步现在不能办理：{reason}',
    en: 'This step cannot be taken now: {reason}',
  },
  'registers.unknown_channel': {
    status: 422,
    zh: '本台账没有这个来源渠道，请重新选择。',
    en: 'The register has no such channel. Choose another.',
  },
  'registers.known_source': {
    status: 409,
    zh: '该来源编号已登记为第 {number} 号，不再重复登记；如有补充，请在原件中补记。',
    en: 'This number of the source is on record already, as no. {number}. Add to that entry instead.',
  },
  'registers.not_listed': {
    status: 422,
    zh: '本台账不按这一项筛选，请改用清单上方列出的条件。',
    en: 'The register is not filtered by this field. Use the filters above the list.',
  },
  'registers.unknown_link': {
    status: 422,
    zh: '本台账没有这种关联，或所关联的事项不在相应的台账中。',
    en: 'The register has no such link, or the other entry is in another register.',
  },
});
