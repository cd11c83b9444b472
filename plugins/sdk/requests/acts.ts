import type { RequestActKind } from '#schema/contracts/request-overview.ts';

/** An act of the sender after the request went out; acts are never changed, only withdrawn by others. */
export type Act = {
  id: string;
  kind: RequestActKind;
  organizationId: string | null;
  occurrence: string | null;
  dueOn: string | null;
  dueAt: number | null;
  withdraws: string | null;
};

/** One reply of one unit. */
export type ReplyPlace = { organizationId: string; occurrence: string };
export type DueMoment = { dueOn: string; dueAt: number };

/** The acts that no later act has taken back, in the order given. */
export function standingActs<T extends Act>(acts: readonly T[]): T[] {
  const withdrawn = new Set(acts.map(({ withdraws }) => withdraws));
  return acts.filter(({ id, kind }) => kind !== 'withdraw' && !withdrawn.has(id));
}

/** An act without a unit is for all, without an occurrence for whatever is still to come. */
export function isAbout(act: Act, place: ReplyPlace): boolean {
  return (
    (act.organizationId === null || act.organizationId === place.organizationId) &&
    (act.occurrence === null || act.occurrence === place.occurrence)
  );
}

/** When a reply is due after all extensions that stand: the latest of them, never an earlier day. */
export function dueAfter(original: DueMoment, acts: readonly Act[], place: ReplyPlace): DueMoment {
  return standingActs(acts)
    .filter((act) => act.kind === 'extend' && isAbout(act, place))
    .reduce<DueMoment>((latest, { dueOn, dueAt }) => {
      if (dueOn === null || dueAt === null || dueAt <= latest.dueAt) return latest;
      return { dueOn, dueAt };
    }, original);
}

/** Whether an excuse that stands takes the reply from what the unit owes. */
export function isExcused(acts: readonly Act[], place: ReplyPlace): boolean {
  return standingActs(acts).some((act) => act.kind === 'excuse' && isAbout(act, place));
}
