import type { Language } from '#schema/contracts/campaign/text.ts';
import type { StoredProblem } from '#schema/contracts/imports.ts';

type Words = Readonly<Record<Language, string>>;

/** What is wrong with a row and how to mend it. */
const problems = {
  missing: { 'zh-CN': '未填写，请补填。', en: 'Nothing is filled in.' },
  'missing-superior': {
    'zh-CN': '新增单位须填主管单位；由本委（局）直接主管的填“本委（局）”。',
    en: 'A new unit needs a superior; write “本委（局）” for the commission itself.',
  },
  'unknown-word': {
    'zh-CN': '“{text}”不是规定的用语，请从“{allowed}”中选填。',
    en: '“{text}” is none of the words allowed: {allowed}.',
  },
  'unknown-word-near': {
    'zh-CN': '“{text}”不是规定的用语，是否为“{near}”？',
    en: '“{text}” is none of the words allowed. Is “{near}” meant?',
  },
  'not-a-number': {
    'zh-CN': '“{text}”不是整数，请只填数字。',
    en: '“{text}” is no whole number.',
  },
  'not-a-day': {
    'zh-CN': '“{text}”不是日期，请按“2026-07-01”填写。',
    en: '“{text}” is no day; write 2026-07-01.',
  },
  'too-long': { 'zh-CN': '最多 {most} 字，请缩短。', en: 'At most {most} characters.' },
  'twice-in-file': {
    'zh-CN': '与第 {row} 行重复，请删去一行或改正。',
    en: 'The same stands in row {row}.',
  },
  'order-taken': {
    'zh-CN': '序号 {text} 已由“{unit}”使用，请换一个。',
    en: 'Number {text} is “{unit}” already.',
  },
  'code-of-another': {
    'zh-CN': '机构编码属于“{unit}”，单位名称却与“{other}”相同，请核对。',
    en: 'The code is that of “{unit}”, the name that of “{other}”.',
  },
  'code-taken': {
    'zh-CN': '该单位已有机构编码“{code}”，与表中不同，请核对。',
    en: 'The unit has the code “{code}”, which is another.',
  },
  'name-ambiguous': {
    'zh-CN': '名录中有 {count} 个单位叫“{text}”，请填写机构编码加以区分。',
    en: '{count} units are called “{text}”; give the code.',
  },
  'unit-ended': {
    'zh-CN': '“{unit}”已停业或已合并，不能通过导入修改。',
    en: '“{unit}” has ended and cannot be changed by an import.',
  },
  'superior-unknown': {
    'zh-CN': '没有找到上级单位“{text}”，请核对全称或机构编码。',
    en: 'There is no unit “{text}”.',
  },
  'superior-near': {
    'zh-CN': '没有找到上级单位“{text}”，是否为“{near}”？',
    en: 'There is no unit “{text}”. Is “{near}” meant?',
  },
  'superior-ambiguous': {
    'zh-CN': '有 {count} 个单位叫“{text}”，请改填机构编码。',
    en: '{count} units are called “{text}”; write the code.',
  },
  'superior-wrong': {
    'zh-CN': '上级单位“{text}”所在的第 {row} 行有误，请先改正该行。',
    en: 'Row {row} of the superior “{text}” is wrong; mend that first.',
  },
  'unit-unknown': {
    'zh-CN': '没有找到单位“{text}”，请核对全称或机构编码；本委（局）的岗位填“本委（局）”。',
    en: 'There is no unit “{text}”; give its full name or its code.',
  },
  'unit-near': {
    'zh-CN': '没有找到单位“{text}”，是否为“{near}”？',
    en: 'There is no unit “{text}”. Is “{near}” meant?',
  },
  'unit-gone': {
    'zh-CN': '“{unit}”已停业或已合并，请填写承接单位。',
    en: '“{unit}” has ended; name the unit that goes on with it.',
  },
  'username-shape': {
    'zh-CN': '“{text}”不能作用户名：至少 3 位，只用小写字母、数字、点、横线和下划线。',
    en: '“{text}” is no login name: three characters or more of a–z, 0–9, dot, dash, underscore.',
  },
  'phone-shape': {
    'zh-CN': '不是手机号码，请填 11 位数字；可不填。',
    en: 'Not a phone number; it may be left empty.',
  },
  'role-reserved': {
    'zh-CN': '“{text}”不能批量导入，请由安全管理员逐个授权。',
    en: '“{text}” is not given by a list; it is authorized by itself.',
  },
  'role-elsewhere': {
    'zh-CN': '该角色不属于本站。',
    en: 'This role belongs to another host.',
  },
  'role-unit-missing': {
    'zh-CN': '该角色属于某个单位，请填写单位，不填“本委（局）”。',
    en: 'This role needs a unit.',
  },
  'role-unit-needless': {
    'zh-CN': '该角色属于本委（局），单位请填“本委（局）”。',
    en: 'This role is the commission’s own.',
  },
  'role-reach-too-wide': {
    'zh-CN': '该角色只管本单位，范围请留空。',
    en: 'This role reaches one unit alone.',
  },
  'person-elsewhere': {
    'zh-CN':
      '用户名与第 {row} 行（{unit}）相同。一人兼任几个单位的只保留一行，其余由安全管理员在“账号”页授权；不是同一人的请改用户名。',
    en: 'Row {row} ({unit}) has the same login name. Keep one row; other posts are authorized apart.',
  },
  'person-double': {
    'zh-CN': '姓名、手机与第 {row} 行（{unit}）相同，用户名不同，疑为同一人，请只保留一行。',
    en: 'Name and phone are those of row {row} ({unit}) under another login name; keep one row.',
  },
  'account-exists': {
    'zh-CN': '用户名已是“{unit}”的账号，没有导入。增加岗位请由安全管理员在“账号”页授权。',
    en: 'The login name is an account of “{unit}”. Further posts are authorized apart.',
  },
  'invitation-authorized': {
    'zh-CN': '用户名已有“{unit}”的邀请，且已授权。需要改动的，请先撤销该邀请。',
    en: 'An authorized invitation at “{unit}” has the login name; withdraw it first.',
  },
  'not-a-decimal': {
    'zh-CN': '“{text}”不是数值，请只填数字，如 88.62。',
    en: '“{text}” is no number; write 88.62.',
  },
  'too-many-places': {
    'zh-CN': '“{text}”的小数超过 4 位，请先在原表中四舍五入。',
    en: '“{text}” has more than four decimal places; round it in the file first.',
  },
  'share-over': {
    'zh-CN': '比例应在 0 至 100 之间（按百分数填写）。',
    en: 'A share is between 0 and 100 (percent).',
  },
  'numerator-over': {
    'zh-CN': '分子大于分母，请核对。',
    en: 'The numerator is more than the denominator.',
  },
  'terms-missing': {
    'zh-CN': '比例须填“数值”（百分数），或填“分子”。',
    en: 'A share needs its value (percent) or its numerator.',
  },
  'sample-missing': {
    'zh-CN': '未填写样本量（分母），不能判断样本是否足够，也不能汇总。',
    en: 'Without the sample (denominator) it can neither be judged nor added up.',
  },
  'sample-zero': {
    'zh-CN': '样本量为 0，视为未调查，请删去本行。',
    en: 'A sample of nothing: the unit was not surveyed; leave the row out.',
  },
  'level-mixed': {
    'zh-CN':
      '本行是{own}的数，同期其他各行（或已导入的数）是{other}的数，相加会重复，请删去本行或先撤回原有导入。',
    en: 'This row is of {own}, the others of the period of {other}; together they count twice.',
  },
  circle: {
    'zh-CN': '按此填写，“{text}”的上下级关系成环，请核对。',
    en: '“{text}” would stand under itself.',
  },
  'circle-later': {
    'zh-CN': '按此填写，自 {day} 起“{text}”按已计划的隶属关系成环，请核对或先变更计划。',
    en: 'With what is planned “{text}” would stand under itself from {day} on.',
  },
  'changed-meanwhile': {
    'zh-CN': '核对之后又有变动，本行没有导入，请重新核对。',
    en: 'Something changed after the check; the row was not taken.',
  },
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof problems;
export type RowProblem = StoredProblem & { readonly code: ProblemCode };

export function problemWords({ code, values = {} }: StoredProblem, language: Language): string {
  const words: Words | undefined = problems[code as ProblemCode];
  const text = words?.[language] ?? code;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
