import { register } from '#plugins/sdk/define.ts';

export const visitFindings = register('visit-findings', {
  title: { zh: '明察暗访发现问题台账', en: 'Findings of visits' },
  noun: { zh: '问题', en: 'problem' },
  quote: '并对发现问题进行通报',
});

export const surveyProblems = register('survey-problems', {
  title: { zh: '满意度调查反映问题台账', en: 'Problems shown by the survey' },
  noun: { zh: '问题', en: 'problem' },
  quote: '对发现的问题及时整改',
});

export const models = register('models', {
  title: { zh: '行业先进典型', en: 'Models' },
  noun: { zh: '典型', en: 'model' },
  quote: '宣传行业先进典型',
});

export const typicalCases = register('typical-cases', {
  title: { zh: '典型案例通报', en: 'Cases made known' },
  noun: { zh: '案例', en: 'case' },
  quote: '通报近年严重违纪违法典型案例',
});

export const practiceProblems = register('practice-problems', {
  title: { zh: '诊疗行为自查问题台账', en: 'Problems of practice' },
  noun: { zh: '问题', en: 'problem' },
  quote: '医疗机构全面定期开展自查自纠',
});

export const redPacketClues = register('red-packet-clues', {
  title: {
    zh: '“红包”、回扣线索登记（只记件数和移送去向）',
    en: 'Red packets: number and destination only',
  },
  noun: { zh: '线索', en: 'clue' },
  sealed: true,
  quote: '开展整治“红包”、回扣专项行动',
});

export const conductCases = register('conduct-cases', {
  title: { zh: '行风信访诉求台账', en: 'Conduct petitions' },
  noun: { zh: '件', en: 'case' },
  sealed: true,
  quote: '健全完善处置机制，落实责任部门、责任人',
});

export const tieOut = register('tie-out', {
  title: { zh: '“发现、查处、通报”对账', en: 'Found, dealt with, made known' },
  noun: { zh: '件', en: 'case' },
  quote: '发现一起，查处一起、通报一起',
});
