import { findGradeProblems } from '../../scoring/grade-problems.ts';
import { gradeTableOf } from '../../scoring/grade-shares.ts';
import { findPointProblems } from '../../scoring/point-problems.ts';
import { findRuleProblems } from '../../scoring/rule-problems.ts';
import { words, type CampaignRule } from '../problem.ts';

/** Points that add up, caps and floors that fit. */
export const scorePoints: CampaignRule = (campaign) =>
  campaign.scorecards.flatMap((card) =>
    findPointProblems(card).map(({ code, path, message }) => ({
      severity: 'error' as const,
      code: `scorecards.${code}`,
      path: `scorecards/${path.join('/')}`,
      message,
      mend: words('请核对分值、上限和下限', 'Check points, caps and floors'),
    })),
  );

/** Rules that can be met and do something, options that all have a price. */
export const scoreRules: CampaignRule = (campaign) =>
  campaign.scorecards.flatMap((card) =>
    findRuleProblems(card).map(({ code, path, message }) => ({
      severity: 'error' as const,
      code: `scorecards.${code}`,
      path: `scorecards/${path.join('/')}`,
      message,
      mend: words('请修改或删去这条评分标准', 'Change this rule or take it out'),
    })),
  );

/** Grade bands without holes or overlaps. */
export const gradeBands: CampaignRule = (campaign) =>
  campaign.scorecards.flatMap((card) => {
    const table = gradeTableOf(card);
    return (table ? findGradeProblems(table) : []).map(({ kind, message }) => ({
      severity: kind === 'unreachable' ? ('warning' as const) : ('error' as const),
      code: `scorecards.grade-${kind}`,
      path: `scorecards/${card.key}/grades`,
      message,
      mend: words(
        '请补上空档、消除重叠，使每种情形恰好对应一个等次',
        'Close holes and overlaps: one grade for every case',
      ),
    }));
  });

/** A veto caps the grade at a grade that exists. */
export const vetoConsequence: CampaignRule = (campaign) =>
  campaign.scorecards.flatMap((card) => {
    const grades = new Set((card.grades?.grades ?? []).map(({ key }) => key));
    return (card.vetoes ?? [])
      .filter(({ gradeAtMost }) => !grades.has(gradeAtMost))
      .map((veto) => ({
        severity: 'error' as const,
        code: 'scorecards.veto-without-consequence',
        path: `scorecards/${card.key}/vetoes/${veto.key}`,
        message: words('“一票否决”没有对应的等次', 'The veto leads to no grade of this scorecard'),
        mend: words('请在等次表中写明否决后的等次', 'Name a grade of the table'),
      }));
  });
