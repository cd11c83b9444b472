import { createSignal, untrack } from 'solid-js';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import type { EvidenceShelf } from '#web/features/evidence/shelf.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { StepAct, StepSheet, StepWords } from './step-act.ts';
import './approvals.css';

type Paper = { signedOn: string; post: string; scan: readonly string[] };

const PaperFields = (props: {
  words: StepWords;
  act: StepAct;
  paper: Paper;
  shelf: EvidenceShelf;
  wide: boolean | undefined;
  onWrite: (change: Partial<Paper>) => void;
}) => (
  <>
    <div class={props.wide ? 'signed-paper-fields' : 'stack form'}>
      <DateField
        name="paper/signedOn"
        label={props.words.signedOn}
        required
        value={props.paper.signedOn}
        error={props.act.errorOf('paper/signedOn')}
        onInput={(signedOn) => props.onWrite({ signedOn })}
      />
      <TextField
        name="paper/signerPost"
        label={props.words.signerPost}
        hint={props.words.signerPostHint}
        required
        value={props.paper.post}
        error={props.act.errorOf('paper/signerPost')}
        onInput={(post) => props.onWrite({ post })}
      />
    </div>
    <EvidenceField
      name="paper/evidenceId"
      label={props.words.scan}
      isScan
      required
      shelf={props.shelf}
      ids={props.paper.scan}
      maxFiles={1}
      error={props.act.errorOf('paper/evidenceId')}
      onChange={(scan) => props.onWrite({ scan })}
    />
  </>
);

/** 登记签字件: the scan of what was signed on paper, with its day and the signer's post. */
export const RegisterPaper = (props: StepSheet) => {
  const [written, setWritten] = createSignal<Paper>({ signedOn: '', post: '', scan: [] });
  const shelf = createEvidenceShelf(() => []);
  const act = untrack(() => props.createAct('paper'));
  const paper = () => ({
    signedOn: written().signedOn,
    signerPost: written().post.trim(),
    evidenceId: written().scan[0] ?? '',
  });
  const isReady = () =>
    paper().evidenceId !== '' && !shelf.isMoving() && (props.paperIsReady?.(paper()) ?? true);
  return (
    <div class={props.wide ? 'stack' : 'stack form'}>
      {props.refusal(act.problem, 'paper')}
      <p class="soft">{props.words.paper}</p>
      <PaperFields
        words={props.words}
        act={act}
        paper={written()}
        shelf={shelf}
        wide={props.wide}
        onWrite={(change) => setWritten((before) => ({ ...before, ...change }))}
      />
      <Button
        kind="primary"
        busy={act.isBusy()}
        disabled={!isReady()}
        onClick={() => void act.send({ paper: paper() })}
      >
        {props.words.register}
      </Button>
    </div>
  );
};
