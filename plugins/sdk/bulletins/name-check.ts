import type { FindingKind } from '#schema/contracts/bulletins.ts';

export type Found = { kind: FindingKind; excerpt: string };

/** Common surnames; those that are mostly other words in official Chinese are left out. */
const single = [
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭',
  '廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐',
  '梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋甘景薄柏宁柯阮桂闵强丛华冉房辜吉饶刁瞿戚古池滕晋苑邬',
  '臧畅嵺苟褚廉简娄盖符奚穆燕郎邸冀谈姬屠郜晏栾郁蒙喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井仲虞卞封竺冼楚佟栗匡宗巫鞠僧桑荆谌银岑胥蔺',
].join('');
const double = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐'];
const titles = [
  '主任医师',
  '主治医师',
  '副主任',
  '护士长',
  '副院长',
  '副书记',
  '副局长',
  '副科长',
  '副处长',
  '医师',
  '医生',
  '护士',
  '药师',
  '技师',
  '主任',
  '院长',
  '书记',
  '局长',
  '科长',
  '处长',
  '所长',
  '站长',
  '教授',
  '同志',
  '先生',
  '女士',
];
const labels = [
  '患者',
  '病人',
  '举报人',
  '投诉人',
  '反映人',
  '信访人',
  '当事人',
  '家属',
  '姓名[:：]',
];
/** Characters that stand in offices and connections and hardly ever in a given name. */
const unlikely = '院科室部办处局委所站务任该等各级副总组员及与由经请对的是为有了在其并将度式';
/** Words that begin with a surname and are none. */
const words = new Set([
  '卫生院',
  '卫生',
  '高级',
  '高年资',
  '常务',
  '时任',
  '方面',
  '管理',
  '安全',
  '应当',
  '全体',
  '来院',
  '关系',
  '成人',
  '和谐',
  '保障',
  '明确',
  '计划',
  '解释',
  '单病种',
  '全程',
  '华医',
  '连续',
]);

const han = String.raw`[\u4e00-\u9fa5]`;
const surname = `(?:${double.join('|')}|[${single}])`;
const given = String.raw`(?:${han}{1,2}|[×xX＊*○〇]{1,2})`;
const after = String.raw`(?=$|[，。；、：,;:\s（(）)"“”]|反映|投诉|举报|称|就诊|住院|家属)`;
const titled = new RegExp(`(${surname})(${given})(${titles.join('|')})`, 'gu');
const labelled = new RegExp(`(?:${labels.join('|')})(${surname})(${given})${after}`, 'gu');

const fixed: readonly (readonly [FindingKind, RegExp])[] = [
  [
    'id-number',
    /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/gu,
  ],
  ['id-number', /身份证(?:件)?(?:号码?)?[:：为是\s]{0,2}[\dXx*＊]{4,20}/gu],
  ['phone', /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu],
  ['phone', /(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)/gu],
  ['bed', /\d{1,4}\s*号\s*病?床|病?床号[:：为]?\s*\d+|\d{1,3}\s*床(?=患者|病人)/gu],
  ['record', /(?:病历号|病案号|住院号|门诊号|就诊卡号)[:：为]?\s*[A-Za-z]?\d{3,}/gu],
];

/** Full-width digits are digits; every character keeps its place. */
function plain(text: string): string {
  return text.replaceAll(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** 王某, 王某某 are how papers speak of persons: the given name says nobody. */
function isMasked(name: string): boolean {
  return name.startsWith('某');
}

function isName(family: string, name: string): boolean {
  if (isMasked(name)) return false;
  if ([...name].some((character) => unlikely.includes(character))) return false;
  return !words.has(family + name);
}

function persons(text: string): Found[] {
  const found = [...text.matchAll(titled), ...text.matchAll(labelled)];
  return found
    .filter(([, family = '', name = '']) => isName(family, name))
    .map(([excerpt]) => ({ kind: 'person', excerpt }));
}

/** Persons by name, numbers that lead to one, patients by bed or record: 「王某某」 is none of them. */
export function findNames(text: string): Found[] {
  const read = plain(text);
  const numbers = fixed.flatMap(([kind, pattern]) =>
    [...read.matchAll(pattern)].map(([excerpt]) => ({ kind, excerpt })),
  );
  const all = [...numbers, ...persons(read)];
  const seen = new Set<string>();
  return all.filter(({ kind, excerpt }) => {
    const key = `${kind}/${excerpt}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A number of an identity card or of a private telephone has no reason to stand in a paper. */
export function mayConfirm({ kind, excerpt }: Found): boolean {
  return kind !== 'id-number' && !(kind === 'phone' && /^1[3-9]/u.test(excerpt));
}

/** The same text with persons as 某, and numbers that lead to one left out. */
export function maskNames(text: string): string {
  const read = plain(text);
  const numbers = fixed.reduce((now, [, pattern]) => now.replaceAll(pattern, '（略）'), read);
  const toSomebody = (whole: string, family: string, name: string) =>
    isName(family, name) ? whole.replace(family + name, `${family}某`) : whole;
  return numbers.replaceAll(titled, toSomebody).replaceAll(labelled, toSomebody);
}
