import { Match, Switch, createSignal, untrack } from 'solid-js';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { RegisterPaper } from './signed-paper.component.tsx';
import type { StepSheet, StepWay } from './step-act.ts';

const SignOnline = (props: StepSheet) => {
  const [comment, setComment] = createSignal('');
  const act = untrack(() => props.createAct('online'));
  const body = () => (comment().trim() === '' ? {} : { comment: comment().trim() });
  return (
    <div class="stack">
      {props.refusal(act.problem, 'online')}
      <TextArea
        name="comment"
        label={props.words.comment}
        rows={2}
        value={comment()}
        onInput={setComment}
      />
      <Button kind="primary" busy={act.isBusy()} onClick={() => void act.send(body())}>
        {props.words.agree}
      </Button>
    </div>
  );
};

const SendBack = (props: StepSheet) => {
  const [comment, setComment] = createSignal('');
  const act = untrack(() => props.createAct('return'));
  return (
    <div class="stack">
      {props.refusal(act.problem, 'return')}
      <TextArea
        name="comment"
        label={props.words.returnComment}
        required
        rows={3}
        value={comment()}
        error={act.errorOf('comment')}
        onInput={setComment}
      />
      <Button
        kind="danger"
        busy={act.isBusy()}
        disabled={comment().trim() === ''}
        onClick={() => void act.send({ comment: comment().trim() })}
      >
        {props.words.sendBack}
      </Button>
    </div>
  );
};

/** One step of a chain, in the ways this person has: on line and on paper count the same. */
export const TakeStep = (props: StepSheet & { ways: readonly StepWay[] }) => {
  const [chosen, setChosen] = createSignal<StepWay>();
  const way = () => chosen() ?? props.ways[0];
  return (
    <>
      <RadioGroup
        name="way"
        label={props.words.way}
        inline
        options={props.ways.map((each) => ({ value: each, label: props.words.ways[each] }))}
        value={way() ?? ''}
        onChange={(value) => setChosen(props.ways.find((each) => each === value))}
      />
      <Switch>
        <Match when={way() === 'online'}>
          <SignOnline {...props} />
        </Match>
        <Match when={way() === 'return'}>
          <SendBack {...props} />
        </Match>
        <Match when={way() === 'paper'}>
          <RegisterPaper {...props} />
        </Match>
      </Switch>
    </>
  );
};
