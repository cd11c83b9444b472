import {
  accountability,
  principle,
  routine,
  target,
  work,
  type ClauseNode,
} from '#plugins/sdk/define.ts';
import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import { chargingProblems } from './charging-register.ts';
import {
  antibioticsIntensity,
  caseClosed,
  inpatientEssential,
  inpatientSatisfaction,
  nineRulesAwareness,
  outpatientEssential,
  prescriptionsReviewed,
  warningEducation,
} from './indicators.ts';
import {
  conductCases,
  models,
  practiceProblems,
  redPacketClues,
  surveyProblems,
  tieOut,
  typicalCases,
  visitFindings,
} from './registers.ts';
import {
  awardTask,
  benefitTask,
  caseTask,
  chargingTask,
  drugUseTask,
  educationTask,
  inspectionTask,
  leadershipTask,
  organizationTask,
  redPacketTask,
  researchTask,
  selfCheckTask,
  smallerChargingTask,
  smallerSelfCheckTask,
  unitCaseTask,
} from './tasks.ts';

/** The document, paragraph by paragraph; every text is its own. */
export const clauses: ClauseNode[] = [
  principle('preamble', {
    number: '引言',
    title: '总体要求',
    words:
      '2023年全区卫生健康系统行风建设工作要以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的二十大全会精神，坚持“管行业必须管行风”“谁主管谁负责”行风管理要求，规范医疗机构工作人员廉洁从业，弘扬新时代医疗卫生人员职业精神，增强医疗卫生工作人员的责任感、使命感、荣誉感，引导形成风清气正的行业环境，推进我区医疗卫生事业高质量发展。',
  }),
  principle('part-1', {
    number: '一',
    title: '建立健全卫生健康系统行风建设长效机制',
    words: '一、建立健全卫生健康系统行风建设长效机制',
    clauses: [
      principle('item-1', {
        number: '（一）',
        title: '提高政治思想站位',
        words:
          '（一）提高政治思想站位。全面落实新时代党的卫生健康工作方针，提高政治站位，强化政治责任和政治担当，深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，自觉把思想认识统一到党中央、自治区党委关于卫生健康工作的部署要求上来，坚持以党建促行风，以行风促医风，不断改进工作作风，提升医疗服务质量和水平，持续推动卫生健康行业作风建设。',
      }),
      routine('item-2', {
        number: '（二）',
        title: '全面落实行风建设主体责任',
        words:
          '（二）全面落实行风建设主体责任。各级卫生健康主管部门和医疗卫生机构要认真履行行风建设“一岗双责” ，切实增强对加强行风建设必要性、紧迫性的认识，把加强行风建设作为推进全面从严治党、促进卫生健康事业改革发展的必然要求，把行风建设融入到各项工作之中，领导班子要定期研究、安排、检查和报告行风建设工作情况，做到行风建设与业务工作同安排、同部署、同落实，不断提高从业人员政治素质和业务水平。',
        posts: { lead: ['领导班子'] },
        tasks: [leadershipTask],
        indicators: commonIndicators(),
      }),
      principle('item-3', {
        number: '（三）',
        title: '完善行业作风建设组织架构',
        words: '（三）完善行业作风建设组织架构。',
        clauses: [
          routine('item-3-1', {
            number: '（三）·1',
            title: '领导体系与绩效考核',
            words:
              '各级卫生健康主管部门和医疗机构要按照“谁主管、谁负责”和“管行业必须管行风”的要求，全面落实“一岗双责”责任制，健全完善行风建设工作领导体系，落实专人负责，明确职责，将行风建设纳入本单位的年度绩效考核体系。',
            posts: { lead: ['各级卫生健康主管部门和医疗机构'] },
          }),
          work('item-3-2', {
            number: '（三）·2',
            title: '组织体系与专职人员',
            words:
              '县（市、区）以上卫生健康主管部门和二级及以上医疗机构，均要建立行风建设工作组织体系，配置专职人员，明确工作职责。',
            posts: { lead: ['县（市、区）以上卫生健康主管部门', '二级及以上医疗机构'] },
            tasks: [organizationTask],
          }),
          work('item-3-3', {
            number: '（三）·3',
            title: '调研、自查自纠、明察暗访',
            words:
              '各级卫生健康主管部门针对医疗机构廉洁从业和腐败问题进行调研，破解监管难题，编制调研报告，督促各医疗机构行风管理部门定期开展专项自查自纠工作，并在医院明显位置公布监督举报电话，定期对医疗机构行风建设进行明察暗访专项行动，并对发现问题进行通报。',
            posts: { lead: ['各级卫生健康主管部门'] },
            tasks: [researchTask, inspectionTask, selfCheckTask, smallerSelfCheckTask],
            registers: [visitFindings],
          }),
        ],
      }),
      routine('item-4', {
        number: '（四）',
        title: '强化第三方满意度调查',
        words:
          '（四）强化第三方满意度调查。结合国家公立医院绩效考核，充分利用现代信息网络，不断强化第三方满意度调查社会监督作用；坚持问题导向，自觉接受社会各界和群众监督，对发现的问题及时整改，推动卫生健康事业健康发展。',
        registers: [surveyProblems],
        indicators: [inpatientSatisfaction],
      }),
    ],
  }),
  principle('part-2', {
    number: '二',
    title: '强化医德医风和法纪教育',
    words: '二、强化医德医风和法纪教育',
    clauses: [
      principle('item-5', {
        number: '（五）',
        title: '加大正面宣传教育力度',
        words: '（五）加大正面宣传教育力度。',
        clauses: [
          routine('item-5-1', {
            number: '（五）·1',
            title: '职业精神教育',
            words: '积极开展以爱岗敬业和廉洁自律为核心的职业精神教育，加强医德医风教育。',
          }),
          principle('item-5-2', {
            number: '（五）·2',
            words:
              '以新风正气引领行风建设方向，持续释放行业正能量。完善医德医风教育体系，使遵守和执行九项准则成为医疗机构及其工作人员的自觉行为，形成守规矩、拒腐蚀、讲奉献、能担当的卫生健康行业新风尚。',
          }),
          routine('item-5-3', {
            number: '（五）·3',
            title: '宣传先进典型',
            words: '创新形式宣传行业先进典型，增强医务人员从业的归属感和荣誉感。',
            registers: [models],
          }),
          work('item-5-4', {
            number: '（五）·4',
            title: '评选行风先进个人或先进单位',
            words: '组织评选行风先进个人或先进单位，对先进个人、单位进行表扬和嘉奖，传播正能量。',
            tasks: [awardTask],
          }),
        ],
      }),
      principle('item-6', {
        number: '（六）',
        title: '筑牢廉洁从医防线',
        words: '（六）筑牢廉洁从医防线。',
        clauses: [
          routine('item-6-1', {
            number: '（六）·1',
            title: '职业道德和法纪教育培训',
            words:
              '医疗机构对从业人员等开展职业道德和法纪教育培训，组织学习贯彻《民法典》《基本医疗卫生与健康促进法》《医师法》《护士条例》《医疗机构工作人员廉洁从业九项准则》《广西壮族自治区医疗卫生机构及其工作人员廉洁从业规定》《全区医疗机构及其工作人员廉洁从业行动计划（2021-2024年）》，提高依法执业意识和自觉遵守能力。',
            posts: { lead: ['医疗机构'] },
          }),
          target('item-6-2', {
            number: '（六）·2',
            title: '“九项准则”知晓率100%',
            words: '医疗机构工作人员“九项准则”规定知晓率达到100% 。',
            tasks: [educationTask],
            indicators: [nineRulesAwareness],
          }),
        ],
      }),
      principle('item-7', {
        number: '（七）',
        title: '落实“以案促改”强化警示教育',
        words: '（七）落实“以案促改”强化警示教育。',
        clauses: [
          routine('item-7-1', {
            number: '（七）·1',
            title: '以案促改',
            words:
              '各级卫生健康主管部门和医疗机构要进一步推进以案促改制度化常态化，学习《广西医疗卫生领域党员干部违纪违法案件》《党员干部违纪违法案例剖析材料汇编》，通报近年严重违纪违法典型案例，加强警示震慑力度，用“身边案”警示教育“身边人”，做实做细“以案为鉴、以案促改”工作。',
            posts: { lead: ['各级卫生健康主管部门和医疗机构'] },
            registers: [typicalCases],
          }),
          target('item-7-2', {
            number: '（七）·2',
            title: '每年至少1次警示教育',
            words: '医疗机构每年至少开展 1 次警示教育。',
            posts: { lead: ['医疗机构'] },
            indicators: [warningEducation],
          }),
        ],
      }),
    ],
  }),
  principle('part-3', {
    number: '三',
    title: '持续推进卫生健康行业作风治理',
    words: '三、持续推进卫生健康行业作风治理',
    clauses: [
      principle('item-8', {
        number: '（八）',
        title: '实行“一票否决”',
        words: '（八）实行“一票否决”。',
        clauses: [
          principle('item-8-1', {
            number: '（八）·1',
            words:
              '落实“九项准则”规定和廉洁从医相关要求，严厉打击借助学术、捐赠、科研等行为进行利益输送的不当行为。',
          }),
          accountability('item-8-2', {
            number: '（八）·2',
            title: '医德考评不合格',
            words:
              '各医疗机构须将“九项准则”落实情况纳入医务人员医德医风考评和年度综合考评，凡出现回扣、红包等违法违规违纪行为的，一经查实，医德考评一律判定不合格，并与评先评优、职务晋级、职称聘任、绩效分配等挂钩。',
            posts: { lead: ['各医疗机构'] },
          }),
          accountability('item-8-3', {
            number: '（八）·3',
            title: '评审一票否决',
            words: '对在医院评审、临床重点专科评审中出现重大行风问题的，实行“一票否决”。',
          }),
        ],
      }),
      principle('item-9', {
        number: '（九）',
        title: '进一步规范诊疗行为',
        words: '（九）进一步规范诊疗行为。',
        clauses: [
          principle('item-9-1', {
            number: '（九）·1',
            words: '严格落实医疗质量安全核心制度，遵循临床诊疗指南、行业标准。',
          }),
          routine('item-9-2', {
            number: '（九）·2',
            title: '诊疗行为自查自纠',
            words:
              '医疗机构全面定期开展自查自纠，加强对医务人员规范检查、规范治疗、合理用药等执业行为的监督检查，重点整治无依据检查和重复检查，加强高值耗材、辅助性用药等领域的监管，加强药品耗材使用监测，及时开展针对性的分析、点评、约谈。',
            posts: { lead: ['医疗机构'] },
            registers: [practiceProblems],
          }),
          accountability('item-9-3', {
            number: '（九）·3',
            title: '约谈、查处机制',
            words:
              '对不规范、不合理诊疗行为建立约谈、查处机制，严厉查处违反诊疗常规、诱导医疗和过度医疗等严重违规行为，防止重复检查、过度检查、过度诊疗、减轻群众看病负担。',
          }),
        ],
      }),
      principle('item-10', {
        number: '（十）',
        title: '进一步规范合理用药',
        words: '（十）进一步规范合理用药。',
        clauses: [
          principle('item-10-1', {
            number: '（十）·1',
            words: '按照国家处方集、临床诊疗指南、药物临床应用指导原则和临床路径等，合理开具处方。',
          }),
          routine('item-10-2', {
            number: '（十）·2',
            title: '处方医嘱点评',
            words:
              '医疗机构要定期组织专业技术人员对处方医嘱按照一定比例实施点评，加强规范医疗机构抗菌素合理使用，提高国家基本用药目录药物使用率，减轻群众就医负担，缓解群众看病贵问题。',
            posts: { lead: ['医疗机构'] },
          }),
          target('item-10-3', {
            number: '（十）·3',
            title: '四项合理用药监测指标',
            words:
              '以重点监测合理用药指标如点评处方占处方总数的比例、抗菌药物使用强度、门诊患者基本药物处方占比、住院患者基本药物使用率等为切入口，认真分析指标中存在的问题，查找具体原因，研究制定有针对性的改进措施，逐一落实。',
            tasks: [drugUseTask],
            indicators: [
              prescriptionsReviewed,
              antibioticsIntensity,
              outpatientEssential,
              inpatientEssential,
            ],
          }),
        ],
      }),
      principle('item-11', {
        number: '（十一）',
        title: '开展涉嫌欺诈骗保行为的自查自纠整改',
        words: '（十一）开展涉嫌欺诈骗保行为的自查自纠整改。',
        clauses: [
          routine('item-11-1', {
            number: '（十一）·1',
            title: '医保政策宣传与培训',
            words:
              '各级医疗机构贯彻落实《关于规范医疗机构医疗服务及收费行为促进医保基金合理使用的通知》要求，组织开展医保相关政策的宣传与培训，明确医疗收费内涵，规范医疗服务行为。',
            posts: { lead: ['各级医疗机构'] },
          }),
          work('item-11-2', {
            number: '（十一）·2',
            title: '十类不规范诊疗收费行为自查自纠',
            words:
              '对照梳理出的重复收费、串换收费、分解收费、超标准收费、虚假结算、超医保支付范围收费、超范围用药、无指征化验、无指征入院、资质不符等不规范诊疗行为，持续深入开展自查自纠整改活动，努力杜绝发生涉嫌欺诈骗保的行为，坚决查处恶意欺诈骗保行为。',
            tasks: [chargingTask, smallerChargingTask],
            registers: [chargingProblems],
          }),
        ],
      }),
      routine('item-12', {
        number: '（十二）',
        title: '严厉打击各类非法行医行为',
        words:
          '（十二）严厉打击各类非法行医行为。各级卫生健康主管部门要依法组织督查辖区内医疗机构依法执业情况，重点查处未取得《医疗机构执业许可证》擅自开展诊疗活动的“黑诊所”、医疗美容机构等；医疗机构伪造、变造、买卖、出租、出借《医疗机构执业许可证》《诊所备案证书》或《医师执业证书》；医师伪造、变造、买卖、出租、出借《医师执业证书》；医疗机构超出登记范围或备案范围开展诊疗活动，使用非卫生技术人员从事医疗卫生技术工作，以虚假检查、虚假诊断、夸大病情或疗效，欺骗、诱使、强迫患者接受诊疗等违法违规行为。',
        posts: { lead: ['各级卫生健康主管部门'] },
      }),
      routine('item-13', {
        number: '（十三）',
        title: '严肃查处发布违法医疗、医疗器械广告和虚假医疗信息行为',
        words:
          '（十三）严肃查处发布违法医疗、医疗器械广告和虚假医疗信息行为。各级卫生健康主管部门要依法查处发布虚假违法医疗广告的医疗机构，重点查处未经卫生健康主管部门审查和未按照医疗广告审查有关证明文件发布医疗广告、医疗广告与经审查的医疗广告成品样件内容不相符及夸大治疗效果、过度诱导群众消费等不合规的医美广告等行为。',
        posts: { lead: ['各级卫生健康主管部门'] },
      }),
      work('item-14', {
        number: '（十四）',
        title: '开展收受红包回扣专项整治',
        words:
          '（十四）开展收受红包回扣专项整治。开展整治“红包”、回扣专项行动，对医疗机构从业人员利用职务便利，在医疗服务中索取或收受“红包”、回扣或其他不正当利益等违纪违规违法行为，保持高压严打态势。重点检查医务人员接收医药产品、耗材、设备企业各种名义、形式给予的回扣行为；医务人员接收医药产品、耗材、设备企业为其安排的娱乐活动行为；医务人员通过介绍患者到其他医疗机构收取提成的行为。',
        tasks: [redPacketTask],
        registers: [redPacketClues],
      }),
      routine('item-15', {
        number: '（十五）',
        title: '规范民营医院依法执业',
        words:
          '（十五）规范民营医院依法执业。进一步引导民营医院端正办医理念，规范执业行为，强化内部管理，加强行风建设，严厉打击漠视和损害人民群众健康权益的违法违规行为，巩固民营医院专项巡查行动成果，健全民营医疗机构管理长效机制，引导民营医疗机构健康发展和高质量发展。',
      }),
    ],
  }),
  principle('part-4', {
    number: '四',
    title: '突出行风约谈查办',
    words: '四、突出行风约谈查办',
    clauses: [
      accountability('item-16', {
        number: '（十六）',
        title: '落实约谈和责任追究',
        words:
          '（十六）落实约谈和责任追究。各级卫生健康主管部门对各医疗卫生机构行风工作不力、案件频发和发生重大“回扣”“红包”案件的单位和部门开展约谈，督导其履行行风的监管责任，坚决减少医疗服务中不正之风和商业贿赂案发数。在查处当事人的违纪问题时，同步查清主要领导和分管领导相关责任，进行责任追究并给予相应处理。',
        posts: { lead: ['各级卫生健康主管部门'] },
      }),
      principle('item-17', {
        number: '（十七）',
        title: '持续加强办理各类行风信访诉求',
        words: '（十七）持续加强办理各类行风信访诉求。',
        clauses: [
          target('item-17-1', {
            number: '（十七）·1',
            title: '办结率100%',
            words:
              '持续加强12320卫生健康服务热线、12345政府服务便民热线、信访等渠道发现相关线索的处置力度，健全完善处置机制，落实责任部门、责任人，严格办理时限，确保办结率达到 100%。',
            tasks: [caseTask, unitCaseTask],
            registers: [conductCases],
            indicators: [caseClosed],
          }),
          routine('item-17-2', {
            number: '（十七）·2',
            title: '发现一起、查处一起、通报一起',
            words: '做到违反行风问题发现一起，查处一起、通报一起。',
            registers: [tieOut],
          }),
        ],
      }),
    ],
  }),
  principle('part-5', {
    number: '五',
    title: '不断改善患者就医体验',
    words: '五、不断改善患者就医体验',
    clauses: [
      routine('item-18', {
        number: '（十八）',
        title: '积极推进各项惠民利民措施',
        words:
          '（十八）积极推进各项惠民利民措施。一是落实预约诊疗制度，大力推行分时段和中长期预约诊疗以及医技检查集中预约。二是医疗机构检查检验结果互认，减轻群众检查费用负担。三是建立多样化的便捷付费结算方式、缩短患者取药等候时间，提升患者取药体验感。四是医疗机构为门诊和入、出院患者提供“一站式”综合服务。五是建立互联网医疗服务，提供常态化远程医疗服务。六是继续推进日间医疗、多学科诊疗(MDT)等医疗服务新模式，加强智慧医院建设，切实落实便利老年人就医相关举措，不断改善患者就医体验。',
        tasks: [benefitTask],
      }),
    ],
  }),
];
