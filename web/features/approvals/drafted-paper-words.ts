import { t } from '#web/shared/i18n.ts';
import type { StepWords } from './step-act.ts';

/** 发函、通报、请示: papers that somebody drafts and somebody else signs or sends back. */
export const draftedPaperWords = (): StepWords => ({
  way: t('campaigns.way'),
  ways: {
    online: t('requests.way-online'),
    return: t('requests.way-return'),
    paper: t('requests.way-paper'),
  },
  comment: t('submissions.comment'),
  agree: t('requests.agree'),
  returnComment: t('requests.return-comment'),
  sendBack: t('requests.way-return'),
  paper: t('requests.paper-words'),
  signedOn: t('campaigns.paper-signed-on'),
  signerPost: t('campaigns.paper-signer'),
  signerPostHint: t('campaigns.paper-signer-hint'),
  scan: t('campaigns.paper-scan'),
  register: t('campaigns.act-register-paper'),
});
