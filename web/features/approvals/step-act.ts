import type { JSX } from 'solid-js';
import type { ProblemError } from '#web/shared/problem.ts';

/** How a step is taken: signed on line, sent back, or the signed paper registered. */
export type StepWay = 'online' | 'return' | 'paper';

export type SignedPaper = { signedOn: string; signerPost: string; evidenceId: string };
export type StepBody = { comment?: string } | { paper: SignedPaper };

/** One way as its caller sends it; a way that is left and taken anew begins with a new act. */
export type StepAct = {
  isBusy: () => boolean;
  problem: () => ProblemError | undefined;
  /** What stands at a field; a caller that lists everything in its refusal says nothing here. */
  errorOf: (path: string) => string | undefined;
  send: (body: StepBody) => Promise<void>;
};

/** Every word of the sheet is the caller's: each kind of document has its own. */
export type StepWords = {
  way: string;
  ways: Readonly<Record<StepWay, string>>;
  comment: string;
  agree: string;
  returnComment: string;
  sendBack: string;
  paper: string;
  signedOn: string;
  signerPost: string;
  signerPostHint?: string | undefined;
  scan: string;
  register: string;
};

export type StepSheet = {
  words: StepWords;
  createAct: (way: StepWay) => StepAct;
  refusal: (problem: () => ProblemError | undefined, way: StepWay) => JSX.Element;
  /** Side by side where the sheet is wide. */
  wide?: boolean | undefined;
  /** What must be there before the paper is sent, besides its scan. */
  paperIsReady?: ((paper: SignedPaper) => boolean) | undefined;
};
