import { words, type CampaignRule } from '../problem.ts';

/** 院内分解: a part is a section that the task's form has, given away once. */
export const departmentParts: CampaignRule = (campaign) =>
  campaign.tasks.flatMap((task) => {
    const form = campaign.forms.find(({ key }) => key === task.form);
    const sections = new Set(
      (form?.fields ?? []).filter(({ kind }) => kind === 'section').map(({ key }) => key),
    );
    return (task.parts ?? []).flatMap(({ section }, index, all) => {
      const path = `tasks/${task.key}/parts/${section}`;
      const isTwice = all.findIndex((each) => each.section === section) < index;
      if (sections.has(section) && !isTwice) return [];
      return [
        {
          severity: 'error' as const,
          code: isTwice ? 'tasks.part-twice' : 'tasks.part-without-section',
          path,
          clause: task.clause,
          message: isTwice
            ? words(`“${section}”分给了两个科室`, `The section “${section}” is given away twice`)
            : words(
                `报表中没有“${section}”这一部分，不能分给科室`,
                `The form has no section “${section}” to give to a department`,
              ),
          mend: words(
            '请改为报表中已有的部分，每部分只写一次',
            'Name a section of the form, each of them once',
          ),
        },
      ];
    });
  });
