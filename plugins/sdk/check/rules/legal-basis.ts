import { nameOf, words, type CampaignRule } from '../problem.ts';

// Lists that name and titles that honour need a basis in law or an approval (评比达标表彰).
const naming = /黑名单|红黑榜|红榜|黑榜|曝光/u;
const honouring = /示范|标兵|先进|优胜|典型|亮点|命名|表彰|评选/u;

/** 名单、称号: shown to all units it may not be published without its basis; elsewhere it is asked for. */
export const legalBasis: CampaignRule = (campaign) =>
  campaign.registers
    .filter((register) => {
      const name = nameOf(register);
      return (naming.test(name) || honouring.test(name)) && !register.basis?.trim();
    })
    .map((register) => ({
      severity: register.visibility?.units === 'all' ? ('error' as const) : ('hint' as const),
      code: 'registers.without-basis',
      path: `registers/${register.key}/basis`,
      clause: register.clause,
      message: words(
        `“${nameOf(register)}”未写明法定依据或批准文件`,
        `“${nameOf(register)}” states no basis in law and no approval`,
      ),
      mend: words(
        '请填写依据（法规条款或批准文号）；没有依据的不得公布',
        'State the provision or the approval; without one it is not published',
      ),
    }));
