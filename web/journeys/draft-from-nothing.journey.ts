import { beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import {
  addField,
  addPart,
  answerCommon,
  arrangeFields,
  defineIndicator,
  expectCourse,
  expectSizes,
  gradeAndTry,
  handleProblems,
  nameRegister,
  openPart,
  pasteFields,
  pastePoints,
  savePart,
} from './testing/designing.fixtures.ts';
import {
  addPhases,
  addSeries,
  correctMinutes,
  expectSoundAt1024,
  fillLists,
  lookAs,
  moveByKeys,
  narrowAudience,
  openBlank,
  openView,
  pasteDocument,
  pasteTasks,
  readErrors,
} from './testing/drafting.fixtures.ts';
import {
  enterByPortal,
  lookAtBurden,
  openStep,
  publish,
  registerIssue,
  signAs,
  submit,
} from './testing/issuing.fixtures.ts';
import {
  formOf,
  largestEdition,
  sizeOf,
  taskName,
  titlesOf,
  zh,
} from './testing/largest-edition.fixtures.ts';
import type { Model, Size } from './testing/largest-edition.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const title = '2026年作风建设工作方案（从空白编写）';
const run = { due: '', points: ['', ''], number: '东卫发〔2026〕19号', isFirst: true } as const;
const added = '发现问题数（件）';
const counts = ['按时报送率', '一次通过率', '退回后改正率'] as const;

const stage = useStage();
let model: Model;
let size: Size;
let drafter: Tab;
let path: string;

beforeAll(async () => {
  model = await largestEdition();
  size = sizeOf(model.campaign);
});

/** The task whose form has the most lines; only hospitals are asked for it in the end. */
const own = () => {
  const { campaign } = model;
  const plain = campaign.tasks.filter((task) =>
    formOf(campaign, task).fields.every(({ kind }) => kind !== 'table'),
  );
  const lines = (task: (typeof plain)[number]) => formOf(campaign, task).fields.length;
  const [most] = plain.sort((a, b) => lines(b) - lines(a));
  if (!most) throw new Error('no task has a plain form');
  return most;
};

describe('a campaign of the size of the largest document, from an empty draft', () => {
  it('has its clauses, offices and stages', async () => {
    const { slug, campaign } = model;
    drafter = await enterByPortal(stage.desk('desk'), slug);
    path = await openBlank(drafter, { title, offices: campaign.offices.map((each) => each.title) });
    expect(await pasteDocument(drafter, campaign)).toBe(size.clauses);
    await expectSoundAt1024(drafter);
    await fillLists(drafter, {
      发文主体: (campaign.issuers ?? []).map((each) => each.title),
      专项: titlesOf(campaign.workstreams ?? []),
      口径标签: ['附件2口径'],
    });
    const [series] = campaign.series ?? [];
    const issuer = campaign.issuers?.find(({ key }) => key === series?.issuer);
    if (!series || !issuer) throw new Error('the model numbers no papers');
    const { prefix } = series;
    await addSeries(drafter, { title: zh(series.title), issuer: issuer.title, prefix });
    await addPhases(drafter, titlesOf(campaign.phases));
  });

  it('has its tasks, each for whom it is and until when', async () => {
    const { campaign } = model;
    const last = campaign.tasks.at(-1);
    if (!last) throw new Error('no task');
    await pasteTasks(drafter, campaign, '11月14日前');
    await correctMinutes(drafter.page, taskName(last), '45');
    await expectSoundAt1024(drafter);
    const reach = await narrowAudience(drafter, taskName(own()), ['医院']);
    expect(reach.after).toBeGreaterThan(0);
    await moveByKeys(drafter, taskName(last), {
      key: 'ArrowLeft',
      reads: '2026年11月13日（周五）',
    });
    await expectSoundAt1024(drafter);
  });

  it('has a form for each task, and one for what the register records', async () => {
    const { campaign } = model;
    await openView(drafter.page, '正文');
    for (const task of campaign.tasks) {
      const designer = await openPart(drafter, 'form', taskName(task));
      const form = formOf(campaign, task);
      await pasteFields(designer, form);
      if (task.key === own().key) {
        await addField(designer, '整数', added);
        await arrangeFields(designer, added, zh(form.fields.at(-1)?.label ?? ''));
        await expectSoundPage(drafter);
        await expectSoundAt1024(drafter);
      }
      await savePart(designer);
    }
    const asked = new Set(campaign.tasks.map(({ form }) => form));
    for (const form of campaign.forms.filter(({ key }) => !asked.has(key))) {
      const designer = await addPart(drafter, 'form');
      await designer.form.getByLabel(/^表名/u).fill(zh(form.title));
      await pasteFields(designer, form);
      await savePart(designer);
    }
  });

  it('has its registers and indicators, the later ones begun as copies', async () => {
    const { campaign } = model;
    const handled = campaign.registers.filter(({ workflow }) => workflow);
    const listed = campaign.registers.filter(({ workflow }) => !workflow);
    const [first, ...others] = [...handled, ...listed];
    if (!first) throw new Error('no register');
    const words = ({ title: name, noun }: typeof first) => ({ title: zh(name), noun: zh(noun) });
    const register = await addPart(drafter, 'register');
    await nameRegister(register, words(first));
    await handleProblems(register, { state: '待核实', step: '请求核实' });
    await expectCourse(register, first, { states: 1, steps: 2 });
    await expectSoundAt1024(drafter);
    await savePart(register);
    for (const other of others) {
      const copy = await openPart(drafter, 'register', zh(first.title), true);
      await nameRegister(copy, words(other));
      await savePart(copy);
    }
    const [model1, ...figures] = campaign.indicators;
    if (!model1) throw new Error('no indicator');
    const says = (each: typeof model1, at: number) => ({
      title: zh(each.title),
      says: zh(each.definition),
      counts: counts[at % counts.length] ?? counts[0],
    });
    const indicator = await addPart(drafter, 'indicator');
    await defineIndicator(indicator, says(model1, 0));
    await answerCommon(indicator, '按时报送率');
    await expectSoundAt1024(drafter);
    await savePart(indicator);
    for (const [at, figure] of figures.entries()) {
      const copy = await openPart(drafter, 'indicator', zh(model1.title), true);
      await defineIndicator(copy, says(figure, at + 1));
      await savePart(copy);
    }
  });

  it('has a scorecard that adds up, and is tried out on an imagined unit', async () => {
    const card = await addPart(drafter, 'scorecard');
    await card.form
      .getByLabel(/^名称/u)
      .first()
      .fill('作风建设考评细则');
    expect(await pastePoints(card, model.campaign)).toBe(size.criteria);
    await expectSoundAt1024(drafter);
    expect(await gradeAndTry(card, '发生重大行风事件')).toMatch(/^得98\.5分（满分100分）/u);
    await savePart(card);
    await expectSizes(drafter, {
      form: size.forms,
      register: size.registers,
      indicator: size.indicators,
      scorecard: 1,
    });
  });

  it('is without errors, weighed, and looked at as a hospital will see it', async () => {
    expect(await readErrors(drafter)).toEqual([]);
    await lookAtBurden(drafter);
    await openStep(drafter.page, '预览');
    const unit = /医院（/u;
    const clerk = await lookAs(drafter, { unit, post: '填报人' });
    expect(clerk.join('')).toContain(taskName(own()));
    const head = await lookAs(drafter, { unit, post: '主要负责人' });
    expect(head.join('')).toContain(taskName(own()));
    await expectSoundAt1024(drafter);
    await drafter.page.goto(stage.world.urlOf(model.slug, path));
  });

  it('is signed by one post after the other, registered and published', async () => {
    await submit(drafter);
    for (const username of ['checker', 'countersigner', 'signer']) {
      await signAs(stage.desk('desk'), model.slug, username, path);
    }
    await registerIssue(drafter, run);
    await publish(drafter, run);
    await expectSoundAt1024(drafter);
    await drafter.context.close();
  });

  it('asks whom it is for, and nobody else', async () => {
    const rows = async (username: string) => {
      const tab = await seat(stage.desk('desk'), { host: model.slug, username });
      await tab.page.getByRole('heading', { level: 1, name: '我的任务' }).waitFor();
      const others = model.campaign.tasks.filter(({ key }) => key !== own().key);
      const [shared] = others;
      if (!shared) throw new Error('one task is no campaign');
      await tab.page.getByText(taskName(shared), { exact: false }).first().waitFor();
      await expectSoundPage(tab);
      await expectSoundAt1024(tab);
      const all = await tab.page.getByRole('listitem').allInnerTexts();
      await tab.context.close();
      return all.filter((words) => words.includes(taskName(own())));
    };
    expect(await rows('clerk')).not.toEqual([]);
    expect(await rows('clerk3')).toEqual([]);
  });
});
