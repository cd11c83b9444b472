import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { ScoreFactList } from '#schema/contracts/evaluation-records.ts';
import type { ChainView, EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { answerWords, openStepOf } from './chain.presenter.ts';
import { Evaluation } from './evaluation.component.tsx';
import { RankingView } from './ranking.component.tsx';
import { ScoreFacts } from './score-facts.component.tsx';
import {
  chainOf,
  evaluationOf,
  factsOf,
  ledgerOf,
  place,
  rankingAnswer,
  recordOf,
} from './testing/evaluation.fixtures.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served?.restore();
});

const posted = () => served.sent.find(({ method }) => method === 'POST');
const answer = (body: unknown = {}) => ({ body });
const button = (name: string | RegExp) =>
  screen.getAllByRole<HTMLButtonElement>('button', { name, hidden: true }).at(-1);
const click = (name: string | RegExp) => {
  const found = button(name);
  if (found) fireEvent.click(found);
};
const write = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const choose = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

const owner = { campaignId: place.campaign, organizationId: place.organization };
const recordPath = `/api/scoring/facts/${recordOf().id}`;

const showFacts = (list: ScoreFactList) => {
  served = serveAnswers({
    'POST /api/scoring/facts': () => answer(recordOf()),
    [`POST ${recordPath}/confirm`]: () => answer(recordOf({ state: 'standing' })),
    [`POST ${recordPath}/withdraw`]: () => answer(recordOf({ state: 'withdrawn' })),
  });
  showAs('bureau-reviewer', () => <ScoreFacts list={list} today="2026-07-08" />);
};
const show = (changes: Partial<EvaluationAnswer>) => {
  served = serveAnswers({
    'POST /api/scoring/assessments': () => answer(chainOf()),
    'POST /api/scoring/assessments/answers': () => answer(chainOf()),
    'POST /api/scoring/demerits': () => answer(ledgerOf().records[0]),
  });
  showAs('bureau-reviewer', () => <Evaluation answer={evaluationOf(changes)} clauses={[]} />);
};

describe('登记事项', () => {
  test('a bonus says what it can add, and asks for category, day and grounds', async () => {
    showFacts(factsOf());
    click('登记加分');
    choose(/登记什么/, 'honours');
    expect(screen.getByText('受表扬：最多加 5 分')).toBeTruthy();
    write(/^事由/, '省级通报表扬');
    expect(button('登记加分')?.disabled).toBe(true);
    choose(/^类别/, 'upper');
    click('登记加分');
    await waitFor(() =>
      expect(posted()?.body).toEqual({
        ...owner,
        fact: 'honours',
        on: '2026-07-08',
        content: { kind: 'event', category: 'upper' },
        reason: '省级通报表扬',
      }),
    );
  });

  test('a veto says how far it caps, and that a second person has to confirm it', () => {
    showFacts(factsOf());
    click('登记一票否决');
    expect(screen.getByText('收受回扣：等次最高为“不合格”')).toBeTruthy();
    expect(screen.getByText(/须由另一岗位的另一人确认才计入/)).toBeTruthy();
  });

  test('what waits is confirmed by whom it may be, for the version that was seen', async () => {
    showFacts(factsOf({ items: [recordOf({ mayConfirm: true })] }));
    expect(screen.getByText('待核，尚未计入')).toBeTruthy();
    click(/^确认/);
    await waitFor(() => expect(posted()?.path).toBe(`${recordPath}/confirm`));
  });

  test('the recorder is offered no confirmation of the own record, and takes it back with a reason', async () => {
    showFacts(factsOf({ items: [recordOf()] }));
    expect(screen.queryByRole('button', { name: /^确认/ })).toBeNull();
    click(/^撤销/);
    expect(button('撤销')?.disabled).toBe(true);
    write(/^理由/, '重复登记');
    click('撤销');
    await waitFor(() => expect(posted()?.body).toEqual({ reason: '重复登记' }));
  });

  test('who may only read is offered nothing', () => {
    showFacts(factsOf({ mayRecord: false, items: [recordOf({ state: 'standing' })] }));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('已计入')).toBeTruthy();
  });
});

const waiting: Partial<ChainView> = {
  state: 'awaiting-confirmation',
  result: '合格',
  next: null,
  answerBy: '2026-07-15',
  mayAnswer: true,
};

describe('评定', () => {
  test('the next step is given with a reason where it differs from the one before', async () => {
    show({ chains: [chainOf()] });
    expect(screen.getByText(/2026年6月30日 合格（医政科审核岗）/)).toBeTruthy();
    click('给出复评');
    write(/评定结果/, '不合格');
    expect(button('给出复评')?.disabled).toBe(true);
    write(/^理由/, '核查发现问题');
    click('给出复评');
    await waitFor(() =>
      expect(posted()?.body).toEqual({
        ...owner,
        chain: 'yearly',
        step: 'second',
        result: '不合格',
        reason: '核查发现问题',
      }),
    );
  });

  test('the unit reads until when it may answer, and objects with its reason', async () => {
    show({ chains: [chainOf(waiting)] });
    const until = '请被考评单位在 2026年7月15日 24:00 前确认或提出异议；到期未答复的，视为确认。';
    expect(screen.getByText(until)).toBeTruthy();
    click('有异议');
    expect(button('有异议')?.disabled).toBe(true);
    write(/异议的理由/, '第3项材料已报送');
    click('有异议');
    await waitFor(() =>
      expect(posted()?.body).toEqual({
        campaignId: place.campaign,
        chain: 'yearly',
        agrees: false,
        reason: '第3项材料已报送',
      }),
    );
  });

  test('the unit confirms without a word more', async () => {
    show({ chains: [chainOf(waiting)] });
    click('确认');
    click('确认');
    await waitFor(() =>
      expect(posted()?.body).toEqual({
        campaignId: place.campaign,
        chain: 'yearly',
        agrees: true,
      }),
    );
  });

  test('silence that counted as a yes is told from a yes', () => {
    const final = { ...waiting, state: 'final' as const, confirmedOn: '2026-07-16' };
    expect(answerWords(chainOf({ ...final, isDeemed: true }))).toContain('视为确认');
    expect(answerWords(chainOf(final))).toBe('单位 2026年7月16日 确认。');
  });

  test('after an objection the deciding step is weighed against its own earlier result', () => {
    const [first, second] = chainOf().steps;
    if (!first || !second) throw new Error('two steps');
    const given = [{ on: '2026-07-01', result: '不合格', post: '考评领导小组' }];
    const chain = chainOf({ state: 'objected', steps: [first, { ...second, given }] });
    expect(openStepOf(chain)?.before).toBe('不合格');
    expect(openStepOf(chainOf())?.before).toBe('合格');
  });
});

describe('不良行为记分', () => {
  test('gives the balance, what it has come to, and what the standard attaches', () => {
    show({ ledgers: [ledgerOf()] });
    expect(screen.getByText(/累计记 6 分，共 1 条/)).toBeTruthy();
    expect(screen.getByText('办法规定：责令限期整改（由有权机关决定）')).toBeTruthy();
    expect(screen.getByText('以下记分应当附有处罚决定，尚未登记')).toBeTruthy();
  });

  test('asks for the penalty only where the tier needs one, and never for a name', async () => {
    show({ ledgers: [ledgerOf()] });
    click('登记记分');
    expect(screen.getByText(/不写个人姓名/)).toBeTruthy();
    choose(/^情形/, 'light');
    expect(screen.queryByLabelText(/处罚决定书文号/)).toBeNull();
    choose(/^情形/, 'grave');
    write(/处罚决定书文号/, '卫罚〔2026〕3号');
    write(/^事由/, '超范围执业');
    click('登记记分');
    await waitFor(() =>
      expect(posted()?.body).toEqual({
        ...owner,
        ledger: 'conduct',
        on: '2026-07-08',
        tier: 'grave',
        reason: '超范围执业',
        penalty: '卫罚〔2026〕3号',
      }),
    );
  });

  test('keeps no records of persons, and offers none', () => {
    const words = { zh: '对个人的记分由所在单位自行管理。', en: 'Persons stay away.' };
    const persons = { subject: 'person' as const, cycle: null, bands: [], records: [] };
    show({ ledgers: [ledgerOf({ ...persons, lines: [], pending: [words], mayRecord: false })] });
    expect(screen.getByText('对个人的记分由所在单位自行管理。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '登记记分' })).toBeNull();
  });
});

describe('组内排名', () => {
  test('never leaves without the sentence: every table carries it in the head that print repeats', () => {
    showAs('commission-checker', () => <RankingView answer={rankingAnswer} clauses={[]} />);
    const caption = '本结果仅供内部考核使用，未经批准不得对外公布。';
    const tables = screen.getAllByRole('table');
    for (const table of tables) {
      expect(table.querySelector('thead .ranking-caption')?.textContent).toBe(caption);
    }
    expect(tables).toHaveLength(1);
  });

  test('places equals alike, names who stands outside and leaves a tie to the post, without a colour', () => {
    const { container } = showAs('commission-checker', () => (
      <RankingView answer={rankingAnswer} clauses={[]} />
    ));
    expect(screen.getAllByText('第 1（并列）')).toHaveLength(2);
    expect(screen.getByText(/东区第三医院/).textContent).toContain('一票否决');
    expect(screen.getByText(/须由有权岗位决定的单位：东区第一医院、东区第二医院/)).toBeTruthy();
    expect(container.querySelector('.status, [style]')).toBeNull();
    expect(container.querySelector('button')).toBeNull();
  });
});
