/** Parts of the language that come later: what a clause waits for, in the office's own word. */
export const laterConstructs = {
  appraisal: '民主评议',
  announcement: '通报与签收',
  competition: '竞赛活动',
  'ethics-file': '医德档案',
  inspection: '检查活动',
  meeting: '议事与交办',
  outcome: '结果运用',
  reading: '学习清单',
  report: '请示与专报',
  roster: '责任体系与名册',
  selection: '评选命名',
  survey: '问卷调查',
  test: '知识测试',
  transfer: '线索移送与回执',
} as const;
export type LaterConstruct = keyof typeof laterConstructs;

/**
 * What carries a clause beside the tasks, registers and indicators that hang on it. A remark carries
 * nothing: it only says how.
 */
export type Carrier =
  | { by: 'form'; form: string; what?: string }
  | { by: 'register'; register: string; what?: string }
  | { by: 'import'; system: string; what: string }
  | { by: 'office'; words: string }
  | { by: 'later'; construct: LaterConstruct; what: string }
  | { by: 'nothing'; reason: string }
  | { by: 'remark'; words: string };

/** A thing that the document names and does not give, and the path of what stands in for it. */
export type NotGiven = { clause: string; quote: string; at: string };

/** How an edition covers its document. Nothing of it reaches a campaign. */
export type Coverage = {
  /** Lines that are no clause: head, title, recipients, signature, imprint. */
  frame: readonly string[];
  notGiven: readonly NotGiven[];
  /** Key of a clause → what carries it. Principles need no entry. */
  carriers: Readonly<Record<string, readonly Carrier[]>>;
};

/** Asked for in a form that belongs to another clause: `inForm('half-year-summary', '培训次数')`. */
export function inForm(form: string, what?: string): Carrier {
  return what === undefined ? { by: 'form', form } : { by: 'form', form, what };
}

/** Kept in a register of another clause: `inRegister('rectification', '督促整改')`. */
export function inRegister(register: string, what?: string): Carrier {
  return what === undefined ? { by: 'register', register } : { by: 'register', register, what };
}

/** A figure of a system elsewhere, never typed again: `imported('执法系统', '执法件数')`. */
export function imported(system: string, what: string): Carrier {
  return { by: 'import', system, what };
}

/** The commission or another authority does it itself: `byOffice('由本委实施')`. */
export function byOffice(words: string): Carrier {
  return { by: 'office', words };
}

/** Waits for a part of the language that comes later: `later('selection', '示范单位选树')`. */
export function later(construct: LaterConstruct, what: string): Carrier {
  return { by: 'later', construct, what };
}

/** Nothing carries it, and why that is right: `nothing('宣传要求，没有可报的事项')`. */
export function nothing(reason: string): Carrier {
  return { by: 'nothing', reason };
}

/** Said beside what carries the clause: `remark('只记件数和去向')`. */
export function remark(words: string): Carrier {
  return { by: 'remark', words };
}

/** `defineCoverage({ frame: ['某卫〔2020〕1号'], notGiven: [], carriers: { goal: [later(…)] } })` */
export function defineCoverage(coverage: Coverage): Coverage {
  return coverage;
}
