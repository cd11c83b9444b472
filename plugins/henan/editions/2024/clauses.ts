import {
  accountability,
  principle,
  routine,
  target,
  work,
  type ClauseNode,
} from '#plugins/sdk/define.ts';
import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import { caseInvestigated, caseReplied, dischargedSatisfaction } from './indicators.ts';
import { rectificationLetters } from './rectification-letters.ts';
import {
  conductComplaints,
  coreRules,
  dutyLog,
  highlightUnits,
  inspectionFindings,
  integrityRisks,
  powerList,
  problemClues,
} from './registers.ts';
import {
  appraisalTask,
  cleanHospitalTask,
  complaintTask,
  demonstrationTask,
  ethicsArchiveTask,
  fourGovernancesTask,
  inspectionTask,
  modelTask,
  organizationTask,
  powerAndRiskTask,
  smallerComplaintTask,
  summaryTask,
} from './tasks.ts';

/** The four sub-campaigns, each a clause of its own inside one sentence. */
const fourGovernances: ClauseNode[] = [
  work('power-use', {
    number: '四·1（1）',
    title: '规范用权专项治理',
    words: '规范用权、',
    workstream: 'power-use',
  }),
  work('tendering', {
    number: '四·1（2）',
    title: '招标采购专项治理',
    words: '招标采购、',
    workstream: 'tendering',
  }),
  work('insurance-fund', {
    number: '四·1（3）',
    title: '医保基金专项治理',
    words: '医保基金、',
    workstream: 'insurance-fund',
  }),
  work('convenient-service', {
    number: '四·1（4）',
    title: '便民服务优流程专项治理',
    words: '便民服务优流程专项治理。',
    workstream: 'convenient-service',
  }),
];

/** The document, paragraph by paragraph; every text is its own. */
export const clauses: ClauseNode[] = [
  principle('notice', {
    number: '通知',
    title: '印发通知',
    words: '现将《2024年全省卫生健康系统行业作风建设工作要点》印发给你们，请认真抓好落实。',
  }),
  principle('preamble', {
    number: '引言',
    title: '总体要求',
    words:
      '2024 年，全省卫生健康系统行业作风建设工作要以习近平新时代中国特色社会主义思想为指导，认真落实全国、全省卫生健康工作部署，坚持以人民健康为中心，加强行业作风建设，以医药领域腐败问题集中整治为主线，深化清廉医院创建行动，着力推进行业作风持续向好，奋力开创卫生健康行业作风建设高质量发展新局面，为健康河南建设贡献力量。',
  }),
  principle('point-1', {
    number: '一',
    title: '坚持党风引领行风建设方向',
    words:
      '一、坚持党风引领行风建设方向。坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻省委、省政府决策部署，全面落实新时代卫生健康工作方针，坚持党风引领行风，加强理论学习，提高政治站位，强化政治责任，增强“四个意识”，坚定“四个自信”，做到“两个维护”，确保医心向党，工作高质量发展。',
  }),
  principle('point-2', {
    number: '二',
    title: '从严夯实行风建设主体责任',
    words: '二、从严夯实行风建设主体责任。',
    clauses: [
      principle('point-2-1', {
        number: '二·1',
        words: '始终坚持“谁主管、谁负责”和“管行业必须管行风”的原则，完善行风建设工作责任制。',
      }),
      principle('point-2-2', {
        number: '二·2',
        words: '各级卫生健康行政部门和医疗卫生单位要切实承担起行业作风建设的政治责任和主体责任。',
        posts: { lead: ['各级卫生健康行政部门和医疗卫生单位'] },
      }),
      routine('point-2-3', {
        number: '二·3',
        title: '第一责任人与目标责任考核',
        words:
          '主要领导是行风建设工作“第一责任人”，做到行风工作亲自部署、行风问题亲自过问、重点环节亲自协调、行风案件亲自督办，并将行风工作纳入总体工作目标责任考核，与业务工作同部署、同落实、同考核，形成卫生健康行政部门牵头抓总、统筹协调，医疗机构落实落地、见行见效的工作格局。',
        posts: { lead: ['主要领导'] },
        registers: [dutyLog],
      }),
    ],
  }),
  principle('point-3', {
    number: '三',
    title: '不断完善行风建设管理体系',
    words: '三、不断完善行风建设管理体系。',
    clauses: [
      work('point-3-1', {
        number: '三·1',
        title: '组织架构、专职人员与专项经费',
        words:
          '各级卫生健康行政部门和医疗卫生单位要建立健全行风建设组织架构，配齐配强专职人员，明确工作责任分工，保障工作专项经费。',
        posts: { lead: ['各级卫生健康行政部门和医疗卫生单位'] },
        tasks: [organizationTask],
      }),
      routine('point-3-2', {
        number: '三·2',
        title: '行风队伍业务培训',
        words:
          '加强行风队伍建设，开展业务教育培训，提升干部队伍综合素质能力，确保行风建设工作取得实效。',
      }),
      routine('point-3-3', {
        number: '三·3',
        title: '形势研判与请示汇报',
        words: '定期研判行风工作形势，与上级行风管理部门建立顺畅衔接机制和重大问题请示汇报制度。',
        tasks: [summaryTask],
        indicators: commonIndicators(),
      }),
      routine('point-3-4', {
        number: '三·4',
        title: '部门协调',
        words:
          '强化部门协调机制，加强各职能部门和与外部各相关部门之间的协调沟通，共管共治，形成合力。',
      }),
    ],
  }),
  principle('point-4', {
    number: '四',
    title: '做好医药领域腐败问题集中整治',
    words: '四、做好医药领域腐败问题集中整治。',
    clauses: [
      work('point-4-1', {
        number: '四·1',
        title: '“四聚焦、四治理”专项活动',
        words:
          '开展“四聚焦、四治理”专项活动，即聚焦关键权力、关键人员、关键资金、群众就医感受，开展',
        tasks: [fourGovernancesTask],
        clauses: fourGovernances,
      }),
      routine('point-4-2', {
        number: '四·2',
        title: '问题线索研判与移交转办',
        words: '完善工作机制，做到问题线索及时研判分析，规范分类定性，及时移交转办。',
        registers: [problemClues],
      }),
      work('point-4-3', {
        number: '四·3',
        title: '权责清单与廉政风险排查',
        words:
          '配合省纪委做好五个专项监督，全面查找医药领域短板和漏洞，梳理权责清单，排查廉政风险隐患，坚持风腐一体纠治，破立并进、纠建并举，完善制度，堵塞漏洞，确保实效。',
        workstream: 'five-supervisions',
        posts: { lead: ['省纪委'], support: ['各级卫生健康行政部门和医疗卫生单位'] },
        tasks: [powerAndRiskTask],
        registers: [powerList, integrityRisks],
      }),
    ],
  }),
  principle('point-5', {
    number: '五',
    title: '落实大型医院巡查行风工作',
    words: '五、落实大型医院巡查行风工作。',
    clauses: [
      work('point-5-1', {
        number: '五·1',
        title: '大型医院巡查（行风）',
        words:
          '按照大型医院巡查工作要求，围绕行风组织建设、行风教育培训、行风工作机制、行风热点问题、公益性保障五个方面开展巡查工作，严格执行廉洁从业九项准则，认真落实廉洁从业行动计划，建立健全行风管理核心制度，持续纠治行业不正之风。',
        tasks: [inspectionTask],
        registers: [inspectionFindings, coreRules],
      }),
      work('point-5-2', {
        number: '五·2',
        title: '医德医风考评与建档调研',
        words:
          '完善医德医风考评制度和考评细则，开展医德医风建档情况调研，强化医德医风考评结果运用。',
        tasks: [ethicsArchiveTask],
      }),
    ],
  }),
  principle('point-6', {
    number: '六',
    title: '持续做实清廉医院创建工作',
    words: '六、持续做实清廉医院创建工作。',
    workstream: 'clean-hospitals',
    clauses: [
      routine('point-6-1', {
        number: '六·1',
        title: '清廉医院创建“十大行动”',
        words:
          '认真落实清廉医院创建“十大行动”，加强相关部门通力协作，结合学习贯彻《中国共产党纪律处分条例》专题纪律教育活动，推进清廉医院创建各项制度落实有效。',
        workstream: 'clean-hospitals',
      }),
      work('point-6-2', {
        number: '六·2',
        title: '清廉文化与亮点单元',
        words:
          '明确创建行动任务，开展清廉文化宣传，营造清廉氛围，创新清廉亮点单元，积极争创清廉示范单位。',
        workstream: 'clean-hospitals',
        tasks: [cleanHospitalTask],
        registers: [highlightUnits],
      }),
      target('point-6-3', {
        number: '六·3',
        title: '示范单位选树30%',
        words:
          '按照《清廉医院创建行动示范单位选树工作指导意见》要求，完善细化选树评分标准，做好常态化监督检查，完成选树30%清廉医院创建行动示范单位的目标任务。',
        workstream: 'clean-hospitals',
        tasks: [demonstrationTask],
      }),
    ],
  }),
  work('point-7', {
    number: '七',
    title: '开展民主评议医院行风工作',
    words:
      '七、开展民主评议医院行风工作。开展出院患者满意度第三方问卷调查，制定2023—2024年度民主评议医院行风工作指标体系，结合大型医院巡查工作，按照“属地管理、分级实施”的原则，组织开展民主评议医院行风工作，针对行评中发现的问题，下发问题整改建议书，限时整改，不断巩固行评工作成效。',
    tasks: [appraisalTask],
    registers: [rectificationLetters],
    indicators: [dischargedSatisfaction],
  }),
  work('point-8', {
    number: '八',
    title: '开展医德医风标兵评选活动',
    words:
      '八、开展医德医风标兵评选活动。大力弘扬“敬佑生命，救死扶伤，甘于奉献，大爱无疆”的新时期崇高职业精神，弘扬“大医精诚”传统医德医风，宣扬“以病人为中心”的服务理念，践行医德医风九项倡议，在全省各级医疗机构开展医德医风标兵评选活动，充分发挥先进典型示范引领作用，促进形成良好医德医风，不断加强道德风尚建设。',
    posts: { lead: ['各级医疗机构'] },
    tasks: [modelTask],
  }),
  principle('point-9', {
    number: '九',
    title: '重视行风问题投诉督办工作',
    words: '九、重视行风问题投诉督办工作。',
    clauses: [
      routine('point-9-1', {
        number: '九·1',
        title: '投诉受理渠道',
        words: '不断拓宽行风问题投诉受理渠道，严肃查处群众反映的医疗服务中的不正之风问题。',
      }),
      target('point-9-2', {
        number: '九·2',
        title: '查办率和回复率',
        words:
          '各单位主要负责人要切实重视和支持行风案件查办工作，认真落实首问负责制，建立健全行风问题核查分工协作机制，规范案件查办程序，明确案件办理时限和结果运用，查办率和回复率要达到100%。',
        posts: { lead: ['各单位主要负责人'] },
        tasks: [complaintTask, smallerComplaintTask],
        registers: [conductComplaints],
        indicators: [caseInvestigated, caseReplied],
      }),
      accountability('point-9-3', {
        number: '九·3',
        title: '约谈与责任追究',
        words: '对查信办案工作不力的单位进行约谈，对产生恶劣社会影响的，严格责任追究。',
      }),
    ],
  }),
];
