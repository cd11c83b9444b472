export const consoleWords = {
  'nav-campaigns': '工作方案',
  'nav-progress': '报送进度与催报',
  'nav-reviews': '审核',
  week: '本周要办',
  'week-empty': '本周没有待办事项。',
  'to-sign': '待我{act}',
  'due-on': '{day}截止',
  'phase-ends': '{day}阶段结束',
  'to-review': '待审',
  'to-review-words': '{count} 件等待审核，最早的已等 {days} 天',
  overdue: '逾期未报',
  'overdue-words': '{count} 件逾期未报，涉及 {units} 个单位',
} as const;
