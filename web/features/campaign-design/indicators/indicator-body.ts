import { createSignal } from 'solid-js';
import { headKey } from '#plugins/sdk/parts.ts';
import type { CampaignHead } from '#plugins/sdk/parts.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type {
  ChangeParts,
  DraftPart,
  PartSaved,
  PartsChanged,
} from '#schema/contracts/campaigns.ts';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';
import { createCommand } from '#web/shared/command.ts';
import { createEditing, createHeld } from '../body-editor.ts';
import { sameBody } from '../body-merge.ts';
import { answersOf, withAnswers } from './crosswalk-rows.ts';
import type { AnsweringIndicator } from './crosswalk-rows.ts';

type Head = Pick<PartOf<'head'>, 'body' | 'version'>;
type Opened = {
  readonly draftId: string;
  readonly body: Indicator;
  readonly version: number | undefined;
  readonly head: Head | undefined;
  readonly onSaved: (key: string) => void;
};
type Seen = { readonly indicator: number | undefined; readonly head: Head | undefined };

const indicatorOf = ({ answers: _answers, ...indicator }: AnsweringIndicator): Indicator =>
  indicator;

const headWith = (head: CampaignHead, { key, answers }: AnsweringIndicator): CampaignHead => ({
  ...head,
  crosswalk: withAnswers(head.crosswalk, key, answers),
});

type Next = { seen: Seen; base: AnsweringIndicator; body: AnsweringIndicator };

/** Both parts in one act, each over the version seen; what did not change is not sent. */
const changeOf = ({ seen, base, body }: Next): ChangeParts => {
  const indicator = { ...indicatorOf(body) };
  const address = { kind: 'indicator' as const, key: body.key };
  const isOther = !sameBody(indicatorOf(base), indicator);
  const own = isOther ? [{ ...address, version: seen.indicator ?? 0, body: indicator }] : [];
  const isMapped = seen.head !== undefined && !sameBody(base.answers, body.answers);
  const heads =
    seen.head !== undefined && isMapped
      ? [
          {
            kind: 'head' as const,
            key: headKey,
            version: seen.head.version,
            body: { ...headWith(seen.head.body, body) },
          },
        ]
      : [];
  return seen.indicator === undefined
    ? { add: [{ kind: 'indicator', body: indicator }], save: heads }
    : { save: [...own, ...heads] };
};

const requestOf = (draftId: string, next: Next) => {
  const path = `/api/campaigns/drafts/${draftId}/parts`;
  const change = changeOf(next);
  const [first, ...others] = change.save ?? [];
  if (first?.kind === 'indicator' && others.length === 0) {
    return {
      method: 'PUT' as const,
      path: `${path}/indicator/${first.key}`,
      ifMatch: `"${first.version}"`,
      body: first.body,
    };
  }
  if (change.add && first === undefined) {
    return { method: 'POST' as const, path, body: change.add[0] };
  }
  return { method: 'POST' as const, path: `${path}/change`, body: change };
};

/** An indicator and its rows of the crosswalk: two parts of the draft, edited and saved as one. */
export const createIndicatorBody = (input: Opened) => {
  const rowsOf = (head: Head | undefined, key: string) =>
    answersOf(head?.body.crosswalk ?? [], key);
  const held = createHeld<AnsweringIndicator>({
    ...input.body,
    answers: rowsOf(input.head, input.body.key),
  });
  const [seen, setSeen] = createSignal<Seen>({ indicator: input.version, head: input.head });
  const save = createCommand<Next, PartSaved | PartsChanged>((next) =>
    requestOf(input.draftId, next),
  );
  /** The part that somebody else was first with, as it stands now, beside the other as it was seen. */
  const current = (part: DraftPart): AnsweringIndicator => {
    const before = held.base();
    if (part.kind === 'head') {
      // The kind tells what the body is.
      const head = part as PartOf<'head'>;
      setSeen((all) => ({ ...all, head }));
      return { ...before, answers: rowsOf(head, before.key) };
    }
    setSeen((all) => ({ ...all, indicator: part.version }));
    return { ...(part as PartOf<'indicator'>).body, answers: before.answers };
  };
  return {
    ...createEditing(held, {
      isNew: input.version === undefined,
      save,
      next: () => ({ seen: seen(), base: held.base(), body: held.body() }),
      current,
      onSaved: () => input.onSaved(held.body().key),
    }),
    /** The rows of all indicators, with those of this one as they stand here. */
    crosswalk: () => {
      const { key, answers } = held.body();
      return withAnswers(seen().head?.body.crosswalk ?? [], key, answers);
    },
    mayMap: () => seen().head !== undefined,
  };
};

export type IndicatorBody = ReturnType<typeof createIndicatorBody>;
