import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { ReplyDetail } from '#schema/contracts/request-replies.ts';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { Callout } from '#web/ui/status.component.tsx';

type Returned = NonNullable<ReplyDetail['returned']>;
type ReturnPointsProps = {
  returned: Returned | undefined;
  kind?: 'warn' | undefined;
  title: (count: number) => string;
};

/** Every point of a return at once, for the unit that mends it and the sender who made it. */
export const ReturnPoints = (props: ReturnPointsProps): JSX.Element => (
  <Show when={props.returned}>
    {(returned) => (
      <Callout kind={props.kind} title={props.title(returned().points.length)}>
        <ol class="request-points">
          <For each={returned().points}>
            {(point) => (
              <li>
                {point.label}：{point.reason}
              </li>
            )}
          </For>
        </ol>
      </Callout>
    )}
  </Show>
);

/** What a reply says: its answers, or that there is nothing to report. */
export const ReplyAnswers = (props: { reply: ReplyDetail }): JSX.Element => (
  <Show when={!props.reply.nil} fallback={<Callout title={t('requests.nil-said')} />}>
    <FormAnswers
      form={props.reply.form}
      answers={props.reply.answers}
      evidence={props.reply.evidence}
    />
  </Show>
);
