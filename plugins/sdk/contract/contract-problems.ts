import * as v from 'valibot';
import { BrandingSchema, FooterSchema, WordsSchema } from '#schema/contracts/campaign/branding.ts';
import { CampaignSchema, type Campaign } from '#schema/contracts/campaign/campaign.ts';
import { checkCampaign } from '../check/check-campaign.ts';
import { words, type Severity, type Wording } from '../check/problem.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import type { EditionModule, Plugin } from '../define.ts';
import { shapeProblems, unknownEntry } from '../packs/shape-problems.ts';
import { unsafeText } from '../packs/unsafe-texts.ts';
import { textsIn, unknownEntries } from '../packs/walk.ts';
import { documentContains } from '../quotes/document-contains.ts';
import { quotesOf } from '../quotes/quotes-of.ts';
import { rollForward } from '../roll-forward/roll-forward.ts';
import { personalTexts, textsOf, untranslatedTexts, type FoundText } from '../texts.ts';
import { faithfulnessProblems } from './faithfulness.ts';

/** What a plugin breaks of the contract; `text` is what to look for in its files. */
export type ContractProblem = {
  severity: Severity;
  code: string;
  /** Keys that lead to the place, `tasks/self-check-report/due`. */
  path: string;
  text?: string;
  message: Wording;
  mend: Wording;
};

const most = 50;

function problem(
  code: string,
  { path, text }: { path: string; text?: string },
  message: Wording,
  mend: Wording,
): ContractProblem {
  return { severity: 'error', code, path, ...(text === undefined ? {} : { text }), message, mend };
}

/** Places of the parsed value, by the keys that an author wrote instead of positions. */
function keyPath(root: unknown, names: readonly string[]): string {
  let value = root;
  const parts = names.map((name) => {
    const isList = Array.isArray(value);
    value = Object(value)[name];
    const { key } = Object(value) as { key?: unknown };
    return isList && typeof key === 'string' ? key : name;
  });
  return parts.join('/');
}

function shapeOf(value: unknown, schema: v.GenericSchema): ContractProblem[] {
  const wrong = shapeProblems(value, schema, most);
  const strange =
    wrong.length > 0
      ? []
      : [...unknownEntries(value, v.parse(schema, value))].map((names) => unknownEntry(names));
  return [...wrong, ...strange].map(({ names, code, message, mend }) =>
    problem(code.replace('pack.', 'contract.'), { path: keyPath(value, names) }, message, mend),
  );
}

const notInDocument = words(
  '这段引文在 document.txt 中找不到',
  'This quotation is not in document.txt',
);
const quoteMend = words(
  '请逐字照抄原文（含标点）；原文没有的，改用 source: proposed(…) 并写明理由',
  'Copy the document letter by letter; what it does not say is proposed(…) with a reason',
);

function quotations(campaign: Campaign, document: string): ContractProblem[] {
  const clauses = campaign.clauses.map(({ key, words: quote }) => ({
    path: `clauses/${key}/words`,
    quote,
  }));
  const quoted = quotesOf(campaign)
    .filter(({ source }) => 'clause' in source)
    .flatMap(({ path, quotes }) => quotes.map((quote) => ({ path, quote })));
  const { number } = campaign.document;
  const numbered = number === undefined ? [] : [{ path: 'document/number', quote: number }];
  return [...clauses, ...quoted, ...numbered]
    .filter(({ quote }) => !documentContains(document, quote))
    .map(({ path, quote }) =>
      problem('contract.quote', { path, text: quote }, notInDocument, quoteMend),
    );
}

function wordings(campaign: Campaign, document: string): ContractProblem[] {
  const rules = [
    ...campaign.phases.flatMap(({ key, from, to }) => [
      { path: `phases/${key}/from`, rule: from },
      { path: `phases/${key}/to`, rule: to },
    ]),
    ...campaign.tasks.flatMap(({ key, due }) =>
      due ? [{ path: `tasks/${key}/due`, rule: due }] : [],
    ),
  ];
  return rules
    .filter(({ rule }) => rule.kind !== 'undated' && !(rule.source && 'proposed' in rule.source))
    .filter(({ rule }) => !documentContains(document, rule.wording))
    .map(({ path, rule }) =>
      problem(
        'contract.date-wording',
        { path, text: rule.wording },
        words(
          '日期的原文在 document.txt 中找不到',
          'The wording of this date is not in document.txt',
        ),
        quoteMend,
      ),
    );
}

function textProblems(campaign: Campaign, document: string): ContractProblem[] {
  const told = (code: string, message: Wording, mend: Wording) => (found: FoundText) =>
    problem(
      code,
      { path: keyPath(campaign, found.path.split('/')), text: found.text },
      message,
      mend,
    );
  const unsafe = [...textsIn(campaign)].flatMap(({ names, text }) => {
    const rule = unsafeText(text);
    return rule
      ? [
          problem(
            'contract.text',
            { path: keyPath(campaign, names), text },
            rule.message,
            rule.mend,
          ),
        ]
      : [];
  });
  return [
    ...unsafe,
    ...untranslatedTexts(campaign).map(
      told(
        'contract.english',
        words('缺少英文', 'The English is missing'),
        words("请写成 { zh: '…', en: '…' }", "Write { zh: '…', en: '…' }"),
      ),
    ),
    ...personalTexts([...textsOf(campaign), { path: 'document.txt', text: document }]).map(
      told(
        'contract.personal',
        words('出现个人姓名、电话或证件号码', 'A person’s name, telephone or identity number'),
        words('请改为岗位或科室名称', 'Name the post or the office instead'),
      ),
    ),
  ];
}

function rolledForward({ campaign, rollForward: plan }: EditionModule): ContractProblem[] {
  try {
    const rolled = rollForward(campaign, { toYear: campaign.year + 1, calendar, plan });
    return shapeOf(rolled.campaign, CampaignSchema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      problem(
        'contract.roll-forward',
        { path: 'rollForward' },
        words(`不能推算到下一年：${reason}`, `It cannot be rolled forward: ${reason}`),
        words(
          '请核对 rollForward 中的任务和阶段',
          'Check the tasks and phases named in rollForward',
        ),
      ),
    ];
  }
}

/** What an edition breaks, the findings of the check included; empty for one that may ship. */
export function editionProblems(module: EditionModule, document: string): ContractProblem[] {
  const { campaign } = module;
  const shape = shapeOf(campaign, CampaignSchema);
  if (shape.length > 0) return shape;
  return [
    ...quotations(campaign, document),
    ...wordings(campaign, document),
    ...textProblems(campaign, document),
    ...rolledForward(module),
    ...faithfulnessProblems(module, document),
    ...checkCampaign(campaign, { calendar }),
  ];
}

/** What the metadata of a plugin breaks; no edition is loaded. */
export function identityProblems(plugin: Plugin): ContractProblem[] {
  const isBad = (pattern: RegExp, value: string) => !pattern.test(value);
  const mismatch = (path: string, text: string, zh: string, en: string) =>
    problem(
      'contract.identity',
      { path, text },
      words(`“${text}”不符合要求`, `“${text}” is not allowed`),
      words(zh, en),
    );
  const { id, version, region } = plugin;
  return [
    ...(isBad(/^[a-z][a-z0-9]{1,29}$/, id)
      ? [mismatch('id', id, 'id 只用小写字母和数字', 'Small letters and digits only')]
      : []),
    ...(isBad(/^\d+\.\d+\.\d+$/, version)
      ? [mismatch('version', version, '版本写成 1.0.0 的形式', 'Write it as 1.0.0')]
      : []),
    ...(isBad(/^\d{6}$/, region.divisionCode)
      ? [
          mismatch(
            'divisionCode',
            region.divisionCode,
            '填六位行政区划代码',
            'Six digits (GB/T 2260)',
          ),
        ]
      : []),
    ...shapeOf(plugin.branding, BrandingSchema),
    ...shapeOf(plugin.words, WordsSchema),
    ...shapeOf(plugin.footer, FooterSchema),
    ...untranslatedTexts({ titles: plugin.branding, region }).map(({ path, text }) =>
      problem(
        'contract.english',
        { path, text },
        words('缺少英文', 'The English is missing'),
        words("请写成 { zh: '…', en: '…' }", "Write { zh: '…', en: '…' }"),
      ),
    ),
  ];
}
