import type {
  organizationLevels,
  OrganizationKind,
  ownerships,
  RelationKind,
} from './campaign/audience.ts';
import type { FigureColumn, ImportSubject, PeopleColumn, UnitColumn } from './imports.ts';
import type { Role } from './permission.ts';

type Words = readonly [string, ...string[]];

/** How offices write what a unit is; the first word is the one that templates offer. */
export const kindNames: Readonly<Record<OrganizationKind, Words>> = {
  hospital: ['医院', '综合医院', '专科医院', '中医医院', '中医院', '护理院', '康复医院'],
  'township-health-centre': ['乡镇卫生院', '卫生院', '街道卫生院', '中心卫生院'],
  'community-health-centre': ['社区卫生服务中心', '社区卫生服务站', '社区中心'],
  'public-health': [
    '公共卫生机构',
    '疾病预防控制中心',
    '疾控中心',
    '妇幼保健院',
    '妇幼保健机构',
    '卫生监督所',
    '血站',
    '急救中心',
  ],
  clinic: ['诊所（门诊部）', '诊所', '门诊部', '村卫生室', '诊所、门诊部、村卫生室'],
  bureau: ['卫生健康行政部门', '卫生健康局', '卫生健康委员会', '卫健局', '卫健委', '行政部门'],
  department: ['内设机构', '处室', '科室', '机关处室'],
  other: ['其他单位', '其他'],
};

export const levelNames: Readonly<Record<(typeof organizationLevels)[number], Words>> = {
  tertiary: ['三级', '三级甲等', '三甲', '三级乙等', '三乙'],
  secondary: ['二级', '二级甲等', '二甲', '二级乙等', '二乙'],
  primary: ['一级', '一级甲等', '一甲'],
  ungraded: ['未定级', '未评级'],
};

export const ownershipNames: Readonly<Record<(typeof ownerships)[number], Words>> = {
  public: ['公立', '公办', '政府办'],
  'private-nonprofit': ['社会办（非营利）', '民营非营利', '非营利', '民营（非营利）'],
  'private-profit': [
    '社会办（营利）',
    '民营营利',
    '营利',
    '营利性',
    '民营（营利）',
    '民营',
    '私立',
  ],
};

export const tagNames: Readonly<Record<string, Words>> = {
  'traditional-medicine': ['中医', '中医类'],
  'multi-campus': ['多院区'],
};

/** Under nobody but the commission itself. */
export const selfNames: Words = ['本委（局）', '本委', '本局', '本级', '直属'];

export const unitHeadings: Readonly<Record<UnitColumn, Words>> = {
  code: ['机构编码', '组织机构代码', '单位编码', '机构代码', '编码', '统一社会信用代码'],
  name: ['单位名称', '机构名称', '名称', '单位', '单位全称'],
  'short-name': ['简称', '单位简称', '机构简称'],
  order: ['序号', '机构序列号', '机构序列', '排序'],
  kind: ['类别', '单位类别', '机构类别', '机构类型'],
  level: ['等级', '医院等级', '级别'],
  ownership: ['公立/民营', '举办性质', '所有制', '公立或民营', '性质'],
  supervision: ['主管', '主管单位', '主管部门', '上级单位', '上级主管单位'],
  territory: ['属地', '属地管理单位', '属地单位', '所在地'],
  guidance: ['业务指导', '业务指导单位'],
  cadre: ['干部管理', '干部管理单位'],
  campus: ['院区', '所属主院', '主院'],
  tags: ['标签', '标注'],
  beds: ['床位数', '床位', '编制床位', '开放床位'],
  'opened-on': ['开业日期', '成立日期', '设立日期'],
};

export const peopleHeadings: Readonly<Record<PeopleColumn, Words>> = {
  unit: ['单位', '单位名称', '所在单位', '单位编码', '机构编码'],
  addressee: ['姓名', '收件人', '联系人'],
  username: ['用户名', '登录名', '账号'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话'],
  post: ['岗位', '职务', '岗位名称'],
  role: ['角色', '权限', '系统角色'],
  reach: ['范围', '管理范围'],
  from: ['起始日期', '任职日期', '到岗日期', '起任日期'],
};

export const figureHeadings: Readonly<Record<FigureColumn, Words>> = {
  code: unitHeadings.code,
  name: unitHeadings.name,
  value: ['数值', '指标值', '得分', '满意度', '满意度得分', '平均分', '满意率', '比例', '占比'],
  numerator: ['分子', '满意人数'],
  sample: ['样本量', '有效样本量', '样本数', '有效样本', '有效问卷数', '调查人数', '分母'],
};

export const roleNames: Readonly<Partial<Record<Role, Words>>> = {
  'hospital-clerk': ['填报人（联络员）', '联络员', '填报人'],
  'hospital-department': ['科室负责人'],
  'hospital-head': ['主要负责人审签', '主要负责人', '分管院领导', '院领导'],
  'bureau-reviewer': ['审核', '审核人', '审核岗'],
  'commission-drafter': ['行风办拟稿', '拟稿'],
  'commission-checker': ['行风办核稿、审核', '核稿'],
  'commission-signer': ['分管领导签发', '签发'],
};

/** Who signs: at the commission its own signer, at a unit the head. */
export const leaderWord = '分管领导';

/** Posts that are never given by a list: each is authorized by itself. */
export const reservedWords: Words = [
  '系统管理员',
  '安全管理员',
  '审计管理员',
  '安全保密管理员',
  '安全审计员',
];

/** How far a post reaches beyond its own unit. */
export const reachNames: Readonly<Partial<Record<RelationKind, Words>>> = {
  supervision: ['主管', '本单位及主管单位'],
  territory: ['属地', '本单位及属地单位'],
  guidance: ['业务指导'],
};

/** As it is compared: full and half width alike, without spaces. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/g, '')
    .toLowerCase();
}

/** The key whose words hold this one. */
export function keyOfWord<Key extends string>(
  names: Readonly<Partial<Record<Key, readonly string[]>>>,
  text: string,
): Key | undefined {
  const plain = plainWord(text);
  const keys = Object.keys(names) as Key[];
  return keys.find((key) => names[key]?.some((word) => plainWord(word) === plain));
}

const headingsOf: Readonly<Record<ImportSubject, Readonly<Record<string, Words>>>> = {
  organizations: unitHeadings,
  people: peopleHeadings,
  figures: figureHeadings,
};

/** The column that a heading names, if any. */
export function columnOfHeading(
  subject: ImportSubject,
  heading: string,
): UnitColumn | PeopleColumn | FigureColumn | null {
  const bare = heading.replace(/[*＊：:]/g, '').replace(/[（(].*[)）]$/, '');
  const names = headingsOf[subject];
  const found = keyOfWord(names, heading) ?? keyOfWord(names, bare);
  return (found as UnitColumn | PeopleColumn | FigureColumn | undefined) ?? null;
}
