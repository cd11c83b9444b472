import { A } from '@solidjs/router';
import type { ReceivedBulletins } from '#schema/contracts/bulletins.ts';
import type { OtherRow } from '#web/features/submissions/task-list.component.tsx';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';

type Received = ReceivedBulletins['items'][number];

const Row = (props: { paper: Received }) => {
  const href = () => `/bulletins/${props.paper.id}/${props.paper.receipt.organizationId}`;
  return (
    <li class="task">
      <div class="task-title">
        <A href={href()} lang="zh-CN">
          {props.paper.head.title}
        </A>
        <p class="task-details small soft" lang="zh-CN">
          <span>{props.paper.issue.number}</span>
        </p>
      </div>
      <p class="task-due">
        <span class="task-word">{t('bulletins.sent-at')}</span> {formatInstant(props.paper.sentAt)}
      </p>
      <p class="task-left" />
      <p class="task-stamp" />
      <p class="task-holder" />
      <p class="task-act">
        <LinkButton small kind="primary" href={href()}>
          {t('bulletins.read-and-sign')}
          <span class="visually-hidden">：{props.paper.head.title}</span>
        </LinkButton>
      </p>
    </li>
  );
};

/** Papers of the office that nobody of the unit has signed for, as rows of 我的任务. */
export const papersToSign = (papers: readonly Received[]): OtherRow[] =>
  papers
    .filter(({ receipt }) => receipt.signedForAt === undefined)
    .map((paper) => ({ dueOn: undefined, row: () => <Row paper={paper} /> }));
