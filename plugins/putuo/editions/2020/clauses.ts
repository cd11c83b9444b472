import {
  accountability,
  basis,
  principle,
  routine,
  work,
  type ClauseNode,
} from '#plugins/sdk/define.ts';
import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import { inspectionCoverage, prescriptionsReviewed, serviceSatisfaction } from './indicators.ts';
import { rectification } from './rectification-register.ts';
import { circulatedCases, feedback, inspections, leads } from './registers.ts';
import { riskPoints } from './risk-archive.ts';
import {
  educationTask,
  ethicsTask,
  mechanismTask,
  planTask,
  practiceTask,
  prescriptionTask,
  safetyTask,
  satisfactionTask,
  screeningTask,
  selfCheckTask,
  smallerScreeningTask,
} from './tasks.ts';

const units = '区属各医疗机构';
const commission = '区卫生健康委';

const goals: ClauseNode[] = [
  principle('preamble', {
    number: '引言',
    title: '引言',
    words:
      '为深入贯彻落实十九届中央纪委四次全会精神，确保党中央、国务院关于党风廉政工作的有关部署坚决落实到位，坚定不移地将“管行业必须管行风”、“谁主管谁负责”的治理要求落到实处，同时进一步加强医疗机构行风和医务人员医德医风建设，规范医疗机构及其从业人员廉洁行医行为，维护人民群众的合法权益，',
    clauses: [
      basis('preamble-1', {
        number: '引言·1',
        title: '国家《通知》和市、区文件',
        words:
          '根据国家卫生健康委员会办公厅《关于印发2020年医疗行业作风建设工作专项行动方案的通知》（国卫办医函〔2020〕592号，以下简称《通知》），结合市、区卫健委有关文件精神，',
      }),
      principle('preamble-2', {
        number: '引言·2',
        title: '开展为期6个月的专项行动',
        words:
          '区卫生健康委决定在本系统开展为期6个月的医疗卫生行风整治专项行动，聚焦廉政风险滚动排查、规范医疗执业行为、整治医疗乱象、打击欺诈骗保等工作，特制定实施方案如下。',
      }),
    ],
  }),
  principle('part-1', {
    number: '一',
    title: '工作目标',
    words: '一、工作目标',
    clauses: [
      principle('part-1-1', {
        number: '一·1',
        words:
          '通过开展专项行动，认真贯彻落实习近平新时代中国特色社会主义思想和党的十九大精神，进一步加强对基层单位落实全面从严治党“四责协同”机制建设、创新基层党建、加强意识形态阵地建设以及规范财经纪律等工作的指导，大力弘扬新时期医疗卫生职业精神，以提高人民群众的健康获得感为目标，以整顿医疗购销领域和医疗服务中存在的不正之风及扫黑除恶专项斗争中发现的涉及卫生行业有关问题为重点，严厉打击违规违纪违法，进一步推进落实国家卫健委《通知》及市、区卫生健康委相关文件精神，探索建立健全医务人员执业行为监管长效机制，树立风清气正的医疗行业新风尚，切实保障人民群众健康权益。',
      }),
    ],
  }),
];

const contents: ClauseNode[] = [
  principle('content-1', {
    number: '二（一）',
    title: '强化宣传教育，严明行业作风建设要求',
    words: '（一）强化宣传教育，严明行业作风建设要求。',
    clauses: [
      routine('content-1-1', {
        number: '二（一）·1',
        title: '宣传教育',
        words:
          '大力弘扬、树立医务人员正面形象，深入开展职业道德、职业纪律、职业责任教育，积极引导医务人员廉洁行医，塑造和维护良好行业形象，主动把行风建设列为从医执业的重要内容。',
      }),
      routine('content-1-2', {
        number: '二（一）·2',
        title: '行风培训',
        words: '加大医疗行业行风建设培训力度，着力深化行风意识；',
        tasks: [educationTask],
      }),
      routine('content-1-3', {
        number: '二（一）·3',
        title: '行风工作机制',
        words:
          '优化医疗机构行风工作机制，加强医院内部行风管理，强化医德医风监管，紧密结合实际，惩防并举，进一步构建风清气正的医疗行业工作氛围。',
      }),
    ],
  }),
  principle('content-2', {
    number: '二（二）',
    title: '强化廉政防控意识，健全推进防控措施落地',
    words: '（二）强化廉政防控意识，健全推进防控措施落地。',
    clauses: [
      work('content-2-1', {
        number: '二（二）·1',
        title: '廉政风险点分级管理与防控档案',
        words:
          '结合新形势、新现象以及对本单位工作的新要求、新特点，在完成新一轮廉政风险滚动排查的基础上，找准找全廉政风险点，及时健全完善重点岗位、关键环节的防控措施，坚持预防在先，加强源头治理，对廉政风险点实行分级管理、分级负责，明确到岗、责任到人，建立形成本单位廉政风险滚动排查防控档案。',
        tasks: [screeningTask, smallerScreeningTask],
        registers: [riskPoints],
      }),
      routine('content-2-2', {
        number: '二（二）·2',
        title: '对接巡察、督导、审计发现的问题',
        words: '主动对接区委巡查、督导巡查、审计监督中发现的问题，建立健全防控机制；',
      }),
      routine('content-2-3', {
        number: '二（二）·3',
        title: '常态长效管理',
        words:
          '坚持常态长效管理，建章立制阻塞漏洞，切实将廉政风险隐患防控在源头、消除在萌芽，确保权力在正确轨道上运行。',
      }),
    ],
  }),
  principle('content-3', {
    number: '二（三）',
    title: '夯实“四责协同”，严抓监督检查和考评体系建设',
    words: '（三）夯实“四责协同”，严抓监督检查和考评体系建设。',
    clauses: [
      principle('content-3-1', {
        number: '二（三）·1',
        title: '“四责协同”',
        words:
          '按照全面从严治党“四责协同”机制建设的要求，认真落实医疗机构内建立党委主导、院长负责、党务行政机构齐抓共管的医德医风工作机制，打造合力运行的责任体系。',
      }),
      routine('content-3-2', {
        number: '二（三）·2',
        title: '医德考评',
        words: '坚持落实医务人员医德考评制度，',
        tasks: [ethicsTask],
      }),
      accountability('content-3-3', {
        number: '二（三）·3',
        title: '医德医风“一票否决”',
        words:
          '实行医德医风的“一票否决”制，考评结果与医务人员的职务任命、职称晋升、绩效奖金、外出培训和评先评优直接挂钩。',
      }),
      routine('content-3-4', {
        number: '二（三）·4',
        title: '处方点评',
        words:
          '依托区属临床用药监管系统，继续加强对医疗机构处方点评和不合理处方处理情况的监督和反馈，进一步规范临床医师的处方行为。',
        tasks: [prescriptionTask],
        indicators: [prescriptionsReviewed],
      }),
      routine('content-3-5', {
        number: '二（三）·5',
        title: '投诉建议与满意度',
        words:
          '高度重视群众投诉举报和意见建议，鼓励社会各界投诉举报和建言献策，以本系统“OA”+廉洁风险防控平台为支撑，积极推进公立医院医疗服务满意度调查范围和结果运用。',
        tasks: [satisfactionTask],
        registers: [feedback],
        indicators: [serviceSatisfaction],
      }),
      routine('content-3-6', {
        number: '二（三）·6',
        title: '工作督查',
        words:
          '加强对党风廉政教育、“三重一大”制度执行、中央八项规定精神落实、经济责任审计等方面的工作督查，狠抓问题整改，推动区属各医疗机构提升科学化、规范化管理水平。',
        posts: { lead: [commission], support: [units] },
      }),
    ],
  }),
  principle('content-4', {
    number: '二（四）',
    title: '建立健全制度，严格医疗机构内部管理',
    words: '（四）建立健全制度，严格医疗机构内部管理。',
    clauses: [
      routine('content-4-1', {
        number: '二（四）·1',
        title: '“1+7”“1+4”文件的培训、教育和考核',
        words:
          '按照现代医院管理制度的要求和“市卫生健康委关于加强医药产品回扣治理 1+7 文件”及“区卫生健康委关于加强行风建设工作 1+4 文件”的精神，进一步加强对医务人员的培训、教育和考核，确保制度有效落实。',
      }),
      work('content-4-2', {
        number: '二（四）·2',
        title: '院科两级管理与重点环节排查',
        words:
          '进一步强化医疗机构院科两级管理，结合廉洁风险防控机制建设，全面开展风险排查，针对易于产生行风问题的招采、财务、人事等重点环节，建立健全完备的风险管控措施。',
      }),
      principle('content-4-3', {
        number: '二（四）·3',
        title: '财经纪律',
        words:
          '严格贯彻执行中央八项规定精神、“三公”经费使用管理、发放津补贴规定、执行政府采购等财经纪律。',
      }),
    ],
  }),
  principle('content-5', {
    number: '二（五）',
    title: '分级分类开展执业行为督导',
    words: '（五）聚焦重点领域、重点任务，严监管、促廉洁，分级分类开展执业行为督导。',
    clauses: [
      routine('content-5-1', {
        number: '二（五）·1',
        title: '典型案例通报',
        words: '区属各医疗机构对于收受“红包”情节严重的案例、损害行业形象的情况及时通报；',
        posts: { lead: [units] },
        registers: [circulatedCases],
      }),
      routine('content-5-2', {
        number: '二（五）·2',
        title: '打击收取回扣',
        words: '多措并举严厉打击医疗机构从业人员各种形式收取回扣违规违法行为；',
      }),
      routine('content-5-3', {
        number: '二（五）·3',
        title: '规范诊疗与查处骗保',
        words:
          '以制度规范诊疗行为，确保合理用药、合理用材、合理检查，坚决查处过度医疗、欺诈骗保等严重违规行为，建立长效治理机制，切实维护人民群众健康权益；',
        tasks: [practiceTask],
      }),
      routine('content-5-4', {
        number: '二（五）·4',
        title: '营销人员违规行为预警',
        words:
          '严禁医药企业营销人员进入医疗机构违规营销行为，通过信息化手段或人工智能系统分类甄别，及时预警，果断处理，维护医疗机构诊疗秩序。',
      }),
    ],
  }),
  principle('content-6', {
    number: '二（六）',
    title: '平安医院创建、扫黑除恶和医疗乱象专项整治',
    words: '（六）深入开展平安医院创建，坚持推进扫黑除恶专项行动，常态化开展医疗乱象专项整治工作。',
    clauses: [
      work('content-6-1', {
        number: '二（六）·1',
        title: '安全防范能力专项整治',
        words:
          '加强医院人防、物防、技防建设，开展医疗机构安全防范能力专项整治工作，对各类危害医务人员人身安全、扰乱医疗秩序等违法犯罪行为“零容忍”，依法严厉查处打击；',
        tasks: [safetyTask],
      }),
      routine('content-6-2', {
        number: '二（六）·2',
        title: '查处医疗乱象',
        words: '坚决查处欺骗患者诱导消费、强制消费、倒卖号源、术中加价、欺诈医疗和过度诊疗行为；',
      }),
      routine('content-6-3', {
        number: '二（六）·3',
        title: '扫黑除恶与部门协作',
        words:
          '深化扫黑除恶专项斗争，进一步加强与专业质控组、公安等部门之间的沟通协作，针对发现的问题即知即改并形成制度和机制，固化扫黑除恶成果。',
        posts: { support: ['专业质控组', '公安'] },
      }),
    ],
  }),
];

const steps: ClauseNode[] = [
  principle('step-0', {
    number: '三·前言',
    title: '分三个阶段',
    words: '行风整治专项行动从2020年7月至2020年12月底，分三个阶段进行。',
  }),
  principle('step-1', {
    number: '三（一）',
    title: '动员部署阶段',
    words: '（一）动员部署阶段（2020年7月1日—2020年8月31日)。',
    clauses: [
      work('step-1-1', {
        number: '三（一）·1',
        title: '部署专项教育整治',
        words: '区属各医疗机构根据行风整治相关精神部署落实专项教育整治工作。',
        posts: { lead: [units] },
      }),
      routine('step-1-2', {
        number: '三（一）·2',
        title: '“九不准”“十项不得”',
        words:
          '要强化宣传教育，把行业“九不准”“十项不得”规定作为职业道德基本要求融入医疗服务的各个环节，引导广大卫生从业人员知荣辱、明是非。',
      }),
      routine('step-1-3', {
        number: '三（一）·3',
        title: '思想、纪律、法制和警示教育',
        words:
          '要深入开展思想教育、纪律教育、法制教育和警示教育，不断强化医德医风建设和行业自律，努力提高患者就医获得感和满意度。',
      }),
    ],
  }),
  principle('step-2', {
    number: '三（二）',
    title: '自查整改阶段',
    words: '（二）自查整改阶段（2020年9月1日—2020年11月30日）。',
    clauses: [
      work('step-2-1', {
        number: '三（二）·1',
        title: '对照四方面要求自查自纠',
        words:
          '区属各医疗机构要对照“党风廉政建设、基层党建、意识形态责任制和执行财经纪律”的要求，对照国家卫健委《通知》及“市卫生健康委关于加强医药产品回扣治理1+7文件”要求，对照“扫黑除恶专项斗争”要求全面开展自查自纠，查漏补缺，重点排查在制度流程执行方面存在的问题。',
        posts: { lead: [units] },
      }),
      work('step-2-2', {
        number: '三（二）·2',
        title: '书面报自查情况，制定整改方案',
        words:
          '2020年11月15日前，区属各医疗机构要将本单位自查情况书面报区卫生健康委医政医管科，并根据自查出来的问题制定整改方案，落实整改措施。',
        posts: { lead: ['医政医管科'], support: [units] },
        tasks: [selfCheckTask, planTask],
        registers: [rectification],
        indicators: commonIndicators(),
      }),
    ],
  }),
  principle('step-3', {
    number: '三（三）',
    title: '督导评议阶段',
    words: '（三）督导评议阶段（2020年12月1日—2020年12月31日）。',
    clauses: [
      work('step-3-1', {
        number: '三（三）·1',
        title: '全覆盖督查',
        words:
          '区卫生健康委将组织开展对区属医疗机构开展全覆盖督查，重点检查区属各医疗机构落实国家卫健委《通知》及“市卫生健康委关于加强医药产品回扣治理1+7文件”要求的情况，“党风廉政建设、基层党建、意识形态责任制和执行财经纪律”情况、“扫黑除恶专项斗争”成效情况、医保基金执行情况等。',
        posts: { lead: [commission] },
        registers: [inspections],
        indicators: [inspectionCoverage],
      }),
      work('step-3-2', {
        number: '三（三）·2',
        title: '督促整改',
        words: '区卫健委将对发现的涉及医院安全的问题和短板督促整改；',
        posts: { lead: [commission] },
      }),
      accountability('step-3-3', {
        number: '三（三）·3',
        title: '移交与配合打击',
        words:
          '对问题线索集中、违法情节明确的移交纪检派驻组进一步查处；对涉医违法犯罪行为，配合有关部门严厉打击。',
        posts: { lead: [commission], support: ['纪检派驻组'] },
        registers: [leads],
      }),
    ],
  }),
];

const demands: ClauseNode[] = [
  principle('demand-1', {
    number: '四（一）',
    title: '提高认识，精心组织',
    words: '（一）提高认识，精心组织。',
    clauses: [
      principle('demand-1-1', {
        number: '四（一）·1',
        words:
          '区属各医疗机构要高度重视此次行业作风专项整治工作，充分调动全体员工深刻认识整治医疗行业作风行动是落实全面从严治党主体责任的重要内容。',
      }),
      routine('demand-1-2', {
        number: '四（一）·2',
        title: '主要领导负总责、分管领导具体抓',
        words:
          '各单位要建立主要领导负总责、分管领导具体抓的工作机制，多部门发挥合力，将专项整治工作落到实处。',
        posts: { lead: ['主要领导'], support: ['分管领导'] },
        tasks: [mechanismTask],
      }),
      principle('demand-1-3', {
        number: '四（一）·3',
        words:
          '坚持标本兼治的原则，通过不断加强医疗管理和行风建设，切实维护好本系统的医疗安全底线和行业道德底线，进一步弘扬抗疫期间体现的职业精神，营造风清气正的就医环境和医疗事业发展环境。',
      }),
    ],
  }),
  principle('demand-2', {
    number: '四（二）',
    title: '明确分工，各负其责',
    words: '（二）明确分工，各负其责。',
    clauses: [
      principle('demand-2-1', {
        number: '四（二）·1',
        title: '第一责任人与“一岗双责”',
        words:
          '区属各医疗机构主要领导要认真履行行风建设“第一责任人”的重任，把行风建设工作融入到各项业务工作之中，坚持重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要案件亲自督办，确保行风建设责任落实到位；班子成员要强化责任意识，严格落实“一岗双责”，既要抓好业务工作，更要抓好行风建设。',
        posts: { lead: ['主要领导'], support: ['班子成员'] },
      }),
    ],
  }),
  principle('demand-3', {
    number: '四（三）',
    title: '突出重点，立足长效',
    words: '（三）突出重点，立足长效。',
    clauses: [
      work('demand-3-1', {
        number: '四（三）·1',
        title: '剖析成因、整改闭环',
        words:
          '区属各医疗机构要针对自查自纠中发现的问题和管理中的薄弱环节，剖析成因，认真研究制订切实可行的整改措施，及时堵塞制度漏洞，持续打造制度闭环，不断强化制度的刚性约束。',
        posts: { lead: [units] },
      }),
      principle('demand-3-2', {
        number: '四（三）·2',
        words:
          '要结合党风廉政建设、医药卫生体制改革的要求及财经纪律的规定，进一步优化医院内部管理，规范院科两级管理，从制度机制上实现行风的源头治理。',
      }),
    ],
  }),
  principle('demand-4', {
    number: '四（四）',
    title: '严字当头，正风肃纪',
    words: '（四）严字当头，正风肃纪。',
    clauses: [
      routine('demand-4-1', {
        number: '四（四）·1',
        title: '关注新动向',
        words:
          '区卫健委相关职能部门要密切关注不正之风新动向、新表现，坚决打击行业中侵害人民群众健康权益的违规违法行为，狠刹“九不准”“十项不得”的变异。',
        posts: { lead: ['区卫健委相关职能部门'] },
      }),
      accountability('demand-4-2', {
        number: '四（四）·2',
        title: '问责与倒查追究',
        words:
          '要强化监督检查，对领导不重视、工作不力、敷衍应付的单位要对相关责任人进行问责；对顶风违纪行为要快查严处，并主动做好与纪检监察部门的衔接，探索形成责任分解、检查监督、倒查追究的行风问责体系。',
        posts: { support: ['纪检监察部门'] },
      }),
    ],
  }),
];

/** The document, paragraph by paragraph; every text is its own. */
export const clauses: ClauseNode[] = [
  ...goals,
  principle('part-2', {
    number: '二',
    title: '工作内容',
    words: '二、工作内容',
    clauses: contents,
  }),
  principle('part-3', {
    number: '三',
    title: '工作方法和步骤',
    words: '三、工作方法和步骤',
    clauses: steps,
  }),
  principle('part-4', { number: '四', title: '工作要求', words: '四、工作要求', clauses: demands }),
];
