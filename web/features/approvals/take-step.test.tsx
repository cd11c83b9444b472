import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ProblemError } from '#web/shared/problem.ts';
import type { ProblemBody } from '#web/shared/problem.ts';
import type { StepBody, StepSheet, StepWay, StepWords } from './step-act.ts';
import { TakeStep } from './take-step.component.tsx';

const words: StepWords = {
  way: '办理方式',
  ways: { online: '线上签署', return: '退回起草人', paper: '已在纸上签字' },
  comment: '意见',
  agree: '核稿同意',
  returnComment: '退回理由',
  sendBack: '退回',
  paper: '纸质件与线上签署同等有效。',
  signedOn: '签字日期',
  signerPost: '签字人岗位',
  scan: '签字页扫描件',
  register: '登记签字件',
};

let sent: { way: StepWay; body: StepBody }[] = [];
let restore: () => void = () => undefined;
beforeEach(() => {
  sent = [];
});
afterEach(() => {
  cleanup();
  restore();
});

type Opened = Partial<StepSheet> & { ways?: StepWay[]; refused?: ProblemBody };

/** The sheet as a caller has it, whose server answers at once. */
const open = ({ ways = ['online', 'return', 'paper'], refused, ...sheet }: Opened = {}) => {
  const createAct: StepSheet['createAct'] = (way) => {
    const [problem, setProblem] = createSignal<ProblemError>();
    return {
      isBusy: () => false,
      problem,
      errorOf: (path) => problem()?.errorOf(path),
      send: async (body) => {
        sent.push({ way, body });
        if (refused) setProblem(new ProblemError(refused, new Headers()));
      },
    };
  };
  const refusal: StepSheet['refusal'] = (problem, way) => (
    <p role="alert">{problem() ? `${way}：${problem()?.title}` : ''}</p>
  );
  return render(() => (
    <TakeStep ways={ways} words={words} createAct={createAct} refusal={refusal} {...sheet} />
  ));
};

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const write = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const writeDay = (value: string) =>
  fireEvent.change(screen.getByLabelText(/^签字日期/), { target: { value } });

const scanId = 'evd_00000000000000000000000001';
/** Every file arrives at once; what is sent with progress goes past `fetch`. */
class ArrivingUpload extends EventTarget {
  readonly status = 201;
  readonly responseText = JSON.stringify({ id: scanId, name: '签字页.pdf', bytes: 4 });
  readonly upload = new EventTarget();
  open() {}
  setRequestHeader() {}
  send() {
    queueMicrotask(() => this.dispatchEvent(new Event('load')));
  }
}
const attachScan = async () => {
  const original = globalThis.XMLHttpRequest;
  Object.assign(globalThis, { XMLHttpRequest: ArrivingUpload });
  restore = () => void Object.assign(globalThis, { XMLHttpRequest: original });
  const files = [new File(['scan'], '签字页.pdf')];
  fireEvent.change(screen.getByLabelText(/^签字页扫描件/), { target: { files } });
  expect(await screen.findByText('已上传')).toBeTruthy();
};

describe('one step of a chain', () => {
  test('offers the ways this person has, the first of them at once', () => {
    open({ ways: ['return', 'paper'] });
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
      ['return', true],
      ['paper', false],
    ]);
    expect(button('退回')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '核稿同意' })).toBeNull();
  });

  test('is signed with a word or without one', async () => {
    open();
    fireEvent.click(button('核稿同意'));
    write(/^意见/, ' 同意，请尽快发 ');
    fireEvent.click(button('核稿同意'));
    await waitFor(() =>
      expect(sent).toEqual([
        { way: 'online', body: {} },
        { way: 'online', body: { comment: '同意，请尽快发' } },
      ]),
    );
  });

  test('is sent back only with what has to change', async () => {
    open();
    choose('退回起草人');
    expect(button('退回').disabled).toBe(true);
    write(/^退回理由/, '   ');
    expect(button('退回').disabled).toBe(true);
    write(/^退回理由/, '依据写错了');
    fireEvent.click(button('退回'));
    await waitFor(() => expect(sent).toEqual([{ way: 'return', body: { comment: '依据写错了' } }]));
  });

  test('a refusal is said in the caller’s way, at its field too, and left with its way', async () => {
    const errors = [{ path: 'comment', code: 'too_short', message: '请写具体。' }];
    open({ refused: { title: '没有退回', status: 422, code: 'x', errors } });
    choose('退回起草人');
    write(/^退回理由/, '改');
    fireEvent.click(button('退回'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('return：没有退回'));
    expect(screen.getByText('请写具体。')).toBeTruthy();
    choose('线上签署');
    expect(screen.getByRole('alert').textContent).toBe('');
  });
});

describe('a step signed on paper', () => {
  test('waits for its scan, then is registered with its day and the signer’s post', async () => {
    open({ ways: ['paper'] });
    writeDay('2026-7-6');
    write(/^签字人岗位/, ' 分管负责人 ');
    expect(button('登记签字件').disabled).toBe(true);
    await attachScan();
    await waitFor(() => expect(button('登记签字件').disabled).toBe(false));
    fireEvent.click(button('登记签字件'));
    const paper = { signedOn: '2026-07-06', signerPost: '分管负责人', evidenceId: scanId };
    await waitFor(() => expect(sent).toEqual([{ way: 'paper', body: { paper } }]));
  });

  test('waits for what else its caller asks for', async () => {
    open({ ways: ['paper'], paperIsReady: ({ signerPost }) => signerPost !== '' });
    await attachScan();
    expect(button('登记签字件').disabled).toBe(true);
    write(/^签字人岗位/, '分管负责人');
    expect(button('登记签字件').disabled).toBe(false);
  });

  test('is refused field by field', async () => {
    const errors = [{ path: 'paper/signedOn', code: 'future', message: '日期晚于今天。' }];
    open({ ways: ['paper'], refused: { title: '没有登记', status: 422, code: 'x', errors } });
    await attachScan();
    fireEvent.click(button('登记签字件'));
    expect(await screen.findByText('日期晚于今天。')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('paper：没有登记');
  });
});
