import {
  accountability,
  basis,
  principle,
  routine,
  work,
  type ClauseNode,
} from '#plugins/sdk/define.ts';
import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import { inspectionCoverage } from './indicators.ts';
import { negativeList } from './negative-list-register.ts';
import {
  appraisalOpinions,
  hotlineCases,
  inspections,
  models,
  powerLists,
  riskCatalogue,
  rules,
  suggestionBox,
  typicalCases,
} from './registers.ts';
import {
  appraisalTask,
  chargingTask,
  detailTask,
  dutyTask,
  leadingGroupTask,
  negativeListTask,
  progressTask,
  reportTask,
  riskTask,
  rulesTask,
  secondaryAppraisalTask,
  serviceTask,
  summaryTask,
} from './tasks.ts';

/** The document, paragraph by paragraph; every text is its own. */
export const clauses: ClauseNode[] = [
  basis('notice', {
    number: '通知·1',
    title: '区委、区政府通知',
    words: '根据东西湖区委、区政府《关于印发2021年东西湖区“作风建设年”工作方案的通知》，',
  }),
  principle('notice-1', {
    number: '通知·2',
    title: '印发语',
    words:
      '我局制定了《东西湖区卫生健康局2021年“作风建设年”工作方案》，现印发给你们，请认真组织实施，抓好贯彻落实。',
  }),
  principle('preamble', {
    number: '引言',
    title: '引言',
    words:
      '为认真贯彻落实习近平总书记关于加强作风建设的重要指示精神，切实加强行业作风建设，着力解决作风建设方面存在的突出问题，塑造风清气正的行业新形象，持续优化服务环境，为深化医药卫生体制改革、促进卫生事业健康发展和疫后经济社会重振提供坚强有力的作风保障。结合全区卫生健康系统实际，制定如下工作方案。',
  }),
  principle('part-1', {
    number: '一',
    title: '总体要求',
    words: '一、总体要求',
    clauses: [
      principle('part-1-1', {
        number: '一·1',
        words:
          '以习近平新时代中国特色社会主义思想为指导，深入贯彻党的十九大、十九届二中、三中、四中、五中全会精神和省委十一届八次、市委十三届十次、区委十一届十次全会精神，以塑造风清气正的干事创业氛围和行业新形象为宗旨，以打造政治敏感性强、学习风气好、工作作风实、服务意识优的卫生健康系统为目标，以各级党政主要领导、党员干部为重点，坚持问题导向，聚焦党风廉政、行业作风、医疗管理三大领域，紧盯老问题和新表现，全面检视、靶向整治、标本兼治，深入开展动员教育、自查自纠、问题整改、优化提升和检查评比等活动，不断优化全区卫生健康系统内部管理体系，全面提升全系统干部职工作风建设水平，促进全区卫生健康事业高质量发展。',
      }),
    ],
  }),
  principle('part-2', {
    number: '二',
    title: '治理重点',
    words: '二、治理重点',
    clauses: [
      principle('orders-ignored', {
        number: '二（一）',
        title: '有令不行，有禁不止',
        words:
          '(一)有令不行，有禁不止。贯彻党的路线方针政策、执行党中央重大决策部署不坚决，不全面，不到位；对省、市、区重大决策部署落实不积极，不认真，不细致，以形式主义、官僚主义应对，工作标准和要求上不求精致极致、满足于“过得去、一般化、差不多、还凑合”。不服从命令、听从指挥，表态多，行动少，落实差。',
      }),
      principle('duty-shirked', {
        number: '二（二）',
        title: '肩无担当，失职失责',
        words:
          '(二)肩无担当，失职失责。缺乏只争朝夕的紧迫感，存在官本位思想，只享受权力带来的优越，没有肩负起应有的责任，不认真履行法定职责。懒政怠政，心存侥幸，甘于平庸、不求上进、本领恐慌，遇到问题绕着走、碰到矛盾躲着走、看见难点低头走。只想出彩，不想出力，只求个人私利，忽视党和人民群众的根本利益。',
      }),
      principle('people-slighted', {
        number: '二（三）',
        title: '漠视群众，敷衍应付',
        words:
          '(三)漠视群众，敷衍应付。缺乏宗旨意识，不听群众意见，工作作风飘浮、脱离群众。对工作没有激情，对群众没有感情，对解决群众诉求没有耐心。对群众诉求只求表面应付、不求根本解决，能推则推、能躲则躲。对待群众服务态度差，没有把岗位职责上升到为人民服务的事业高度。',
      }),
      principle('buck-passing', {
        number: '二（四）',
        title: '推诿扯皮，本位主义',
        words:
          '(四)推诿扯皮，本位主义。管理制度不健全、工作程序混乱、办事没有章法、政出多门，部门间职责权限不清，服务事项出现“真空”。遇事先考虑自己和本单位、本部门狭小利益，习惯于争权诿责推事，视局部利益大于整体利益。办事拖拉，效率低下，工作执行力差，部门之间、机关与基层之间文来文往，不主动协调落实，导致工作机制协调不畅、工作效率低下，阻碍全区卫生健康事业发展。',
      }),
      principle('copying', {
        number: '二（五）',
        title: '照搬照抄，脱离实际',
        words:
          '（五）照搬照抄，脱离实际。缺乏担当本领，没有脚踏实地深入群众中进行调研，对本单位工作实际了解不够。对职责范围内的政策法规不掌握，业务不熟悉。不会与时俱进、因地制宜创新工作方式，生搬硬套上级文件、往年经验和网上资源，简单应付，缺乏结合实际开展工作的能力和水平。不深入基层、不到一线调查了解情况，习惯于拍脑袋决策。',
      }),
      principle('fabrication', {
        number: '二（六）',
        title: '弄虚作假，应付检查',
        words:
          '（六）弄虚作假，应付检查。好大喜功、急功近利，在实际行动和具体措施上打折扣、做选择、搞变通。作风庸碌懒散，工作不积极、不主动，奉行推一推、动一动，干事缺乏激情，办事缺乏效率。平时工作不努力，临时抱佛脚拼凑资料应付检查，甚至弄虚造假，蒙混过关。',
      }),
    ],
  }),
  principle('part-3', {
    number: '三',
    title: '方法步骤',
    words: '三、方法步骤',
    clauses: [
      principle('step-1', {
        number: '三 第一阶段',
        title: '学习动员与自查自纠阶段',
        words: '第一阶段：学习动员与自查自纠阶段（即日起至1月底前）',
        clauses: [
          work('step-1-1', {
            number: '三 第一阶段·1',
            title: '动员部署和专题学习',
            words: '各单位要迅速组织动员部署和专题学习。',
            posts: { lead: ['各单位'] },
          }),
          routine('step-1-2', {
            number: '三 第一阶段·2',
            title: '学习重点',
            words:
              '学习中，要把党的十九大、十九届二中、三中、四中、五中全会精神，习近平关于作风建设和力戒形式主义官僚主义的重要论述精神，以及省委十一届八次、市委十三届十次、区委十一届十次全会精神作为学习的重点，紧扣“敬佑生命、救死扶伤、甘于奉献、大爱无疆”新时代卫生健康职业精神，聚焦在疫情防控工作中全区卫生健康系统应当承担的任务使命，把全系统党员和干部职工的思想统一到上级党委部署上来，确保动员教育取得实效。',
          }),
          work('step-1-3', {
            number: '三 第一阶段·3',
            title: '围绕六个方面自查自纠',
            words: '要紧紧围绕六个方面治理重点，自下而上认真开展自查自纠工作。',
          }),
          work('step-1-4', {
            number: '三 第一阶段·4',
            title: '举报信箱与查找问题',
            words:
              '各单位要采取群众提、自己找、互相帮、集体议等方式，设立“作风建设年”举报信箱，组织开展好支部主题党日、组织生活会、群众交心谈心会、实地走访等活动，广泛收集群众意见建议和问题，全面认真查找本单位、本部门作风建设方面存在的突出问题。',
            posts: { lead: ['各单位'] },
            registers: [suggestionBox],
          }),
          work('step-1-5', {
            number: '三 第一阶段·5',
            title: '负面清单',
            words:
              '同时，要紧盯巡查反馈、上级交办、“双评议”扫码、城市留言板、市长热线投诉等多渠道群众反映的不满意问题，组织好“回头看”和问题梳理，建立本单位、本部门作风建设负面清单，并逐条对照检查（详见附件2），撰写自查整改报告。',
            registers: [negativeList],
          }),
          work('step-1-6', {
            number: '三 第一阶段·6',
            title: '逐条逐项整改',
            words:
              '要围绕负面清单，明确整改措施、责任人和完成时限（详见附件3），有计划、有步骤的逐条逐项开展整改工作。',
          }),
          work('step-1-7', {
            number: '三 第一阶段·7',
            title: '1月25日前报三份材料',
            words:
              '各单位、各部门自查自纠负面清单、负面清单整改落实情况明细表和整改情况报告于1月25日前书面报局办公室（监审科）。',
            posts: { lead: ['局办公室（监审科）'], support: ['各单位', '各部门'] },
            tasks: [negativeListTask, detailTask, reportTask],
            indicators: commonIndicators(),
          }),
        ],
      }),
      principle('step-2', {
        number: '三 第二阶段',
        title: '问题整改与全面提升阶段',
        words: '第二阶段：问题整改与全面提升阶段（2月初至8月底）',
        clauses: [
          work('step-2-0', {
            number: '三 第二阶段·前言',
            title: '全面整改，建立长效机制',
            words:
              '各单位、各部门针对存在的问题，要全面进行整改，在此基础上建立健全作风建设的长效机制，确保问题整改取得实效，全面提升全系统作风建设水平。',
            posts: { lead: ['各单位', '各部门'] },
            tasks: [progressTask],
          }),
          principle('study', {
            number: '三 第二阶段（一）',
            workstream: 'study',
            title: '开展思想政治理论学习活动',
            words: '（一）开展思想政治理论学习活动。',
            clauses: [
              routine('study-1', {
                number: '三 第二阶段（一）·1',
                workstream: 'study',
                title: '学习内容',
                words:
                  '要把深入学习习近平总书记关于卫生健康重要讲话精神以及党中央、国务院和省市关于卫生健康系统行风行规的文件精神、各项法律法规制度作为提升思想政治理论水平、强化过硬作风的重要抓手和必要途径，大力倡导学习之风。',
              }),
              routine('study-2', {
                number: '三 第二阶段（一）·2',
                workstream: 'study',
                title: '学习讨论与心得体会',
                words:
                  '要充分发挥好党支部战斗堡垒作用，通过采取召开主题党日、“三会一课”、学习指定读本、组织先进典型事迹宣讲、演讲及征文比赛等形式，广泛组织学习讨论活动，每名党员、干部都要撰写作风建设心得体会，适时组织交流会。',
              }),
              principle('study-3', {
                number: '三 第二阶段（一）·3',
                workstream: 'study',
                words:
                  '通过形式多样的学习教育活动开展，在全系统形成重视学习、主动学习的浓厚氛围，为作风建设提升打牢思想基础。（责任部门：机关各科室、局属各单位）',
                posts: { lead: ['机关各科室', '局属各单位'] },
              }),
            ],
          }),
          principle('screening', {
            number: '三 第二阶段（二）',
            workstream: 'screening',
            title: '开展问题排查和整改工作',
            words: '（二）开展问题排查和整改工作。',
            clauses: [
              work('screening-0', {
                number: '三 第二阶段（二）·前言',
                workstream: 'screening',
                title: '大排查和整改',
                words: '围绕6个方面整治重点，持续开展作风建设大排查和整改活动。',
              }),
              work('screening-1', {
                number: '三 第二阶段（二）一是',
                workstream: 'screening',
                title: '明确形式',
                words:
                  '四项具体工作：一是明确形式。征集和查摆的问题，通过自己查找、集体评议、案例分析、组织审定等形式，全面排查出岗位职责、业务流程、制度机制等方面存在的廉洁风险点。',
              }),
              work('screening-2', {
                number: '三 第二阶段（二）二是',
                workstream: 'screening',
                title: '明确清单',
                words:
                  '二是明确清单。细化职能部门职务权力清单、医务人员职业权力清单及风险隐患问题清单，理清目前内部管理、医疗管理及医疗行为中存在的薄弱环节和管理漏洞，建立风险隐患目录。',
                tasks: [riskTask],
                registers: [powerLists, riskCatalogue],
              }),
              routine('screening-3', {
                number: '三 第二阶段（二）三是',
                workstream: 'screening',
                title: '明确措施',
                words:
                  '三是明确措施。各单位要根据排查出的突出问题，定期分析和讨论内部管理、医疗风险管理现状及存在问题，建立健全操作性强的风险管理措施，完善预警及时的廉洁风险防控机制。对共性风险制定防范措施，集中整改落实；对个性风险加强剖析，制定针对性防范措施。',
                posts: { lead: ['各单位'] },
              }),
              work('screening-4', {
                number: '三 第二阶段（二）四是',
                workstream: 'screening',
                title: '明确责任',
                words:
                  '四是明确责任。依据廉洁风险点的多少和权力重要程度、不廉洁现象发生的概率及危害程度等，对廉洁风险点实行分级管理、分级负责，责任到人，根据汇总、建立的风险隐患目录，明确落实整改时限。（责任部门：机关各科室、局属各单位）',
                posts: { lead: ['机关各科室', '局属各单位'] },
              }),
            ],
          }),
          principle('control', {
            number: '三 第二阶段（三）',
            workstream: 'control',
            title: '进一步建立健全内控机制',
            words: '(三)进一步建立健全内控机制。',
            clauses: [
              principle('control-0', {
                number: '三 第二阶段（三）·前言',
                workstream: 'control',
                words:
                  '结合加强作风建设、改善医疗服务的经验做法，进一步健全规章制度，形成用制度管人、管物、管事的机制。',
              }),
              work('control-1', {
                number: '三 第二阶段（三）一是',
                workstream: 'control',
                title: '全面梳理现行制度',
                words:
                  '四项具体工作：一是全面梳理现行制度。对照法律法规、部门规章、行业规范以及上级决策部署，开展一次全面的内部管理制度梳理，并对现有制度进行评估，确定“留、废、改、立”项目清单，对不符合上级文件要求的要坚决废止；对与实际工作不相适应、造成机制运转不顺畅的，要坚决修订完善；对还没有建立制度的，要按照上级文件要求，尽快形成规范化机制，汇编形成本单位制度体系。',
                tasks: [rulesTask],
                registers: [rules],
              }),
              routine('control-2', {
                number: '三 第二阶段（三）二是·1',
                workstream: 'control',
                title: '全面改进服务措施',
                words:
                  '二是全面改进服务措施。进一步完善基层评议机关和医疗机构患者满意度测评体系，采取有效的满意度调查方法，推动各医疗机构改善服务措施，提高服务对象满意度。',
                tasks: [serviceTask],
              }),
              routine('control-3', {
                number: '三 第二阶段（三）二是·2',
                workstream: 'control',
                title: '局机关服务保障基层',
                words:
                  '建立和优化局机关服务保障基层医疗机构的常态化运转机制，形成上下“一盘棋”的工作合力，全面提升服务水平。',
              }),
              routine('control-4', {
                number: '三 第二阶段（三）三是',
                workstream: 'control',
                title: '全面创新医疗服务模式',
                words:
                  '三是全面创新医疗服务模式。紧紧围绕疫情防控工作重点，充分利用互联网+智能科技，通过手机微信、人脸识别等推进一站式、一卡通、最多跑一次等优质服务活动的开展，落实预约诊疗、远程医疗、医学影像、检验检查结果互认等制度，把便民惠民利民服务措施落到实处。',
              }),
              routine('control-5', {
                number: '三 第二阶段（三）四是',
                workstream: 'control',
                title: '全面提高医疗服务质量',
                words:
                  '四是全面提高医疗服务质量。全面加强医疗质量管理，健全质控体系，加大关键部门、关键环节风险防控力度，提高医疗质量保障水平、服务持续改进能力。（责任部门：机关各科室）',
                posts: { lead: ['机关各科室'] },
              }),
            ],
          }),
          principle('appraisal', {
            number: '三 第二阶段（四）',
            workstream: 'appraisal',
            title: '组织开展作风建设检查评比',
            words: '（四）组织开展作风建设检查评比。',
            clauses: [
              principle('appraisal-0', {
                number: '三 第二阶段（四）·前言',
                workstream: 'appraisal',
                words:
                  '由“作风建设年”工作领导小组办公室牵头，对各单位、各部门作风建设情况开展督导检查和作风建设民主评议。',
                posts: { lead: ['“作风建设年”工作领导小组办公室'] },
              }),
              work('appraisal-1', {
                number: '三 第二阶段（四）一是',
                workstream: 'appraisal',
                title: '开展督导检查',
                words:
                  '两项具体工作：一是开展督导检查。督导检查范围要实现全覆盖，重点查看针对突出问题是否制定了整改方案，整改措施是否具有针对性、操作性，必须立行立改的问题是否已经得到了整改，短期内解决不了的问题是否建立了整改计划，需要通过完善制度机制的问题是否建立健全了新的规章制度。',
                posts: { lead: ['局办公室'] },
                registers: [inspections],
                indicators: [inspectionCoverage],
              }),
              routine('appraisal-2', {
                number: '三 第二阶段（四）二是·1',
                workstream: 'appraisal',
                title: '每季度民主评议',
                words:
                  '二是开展民主评议。每季度采取随机抽样发放问卷调查表、实地查看、听取汇报等方式，对各单位负责人、机关各科室负责人和党员、干部的作风建设情况组织进行民主评议。',
                posts: { lead: ['局办公室'] },
              }),
              work('appraisal-3', {
                number: '三 第二阶段（四）二是·2',
                workstream: 'appraisal',
                title: '评议反馈与整改',
                words: '评议结束后，把评议结果和收集到的意见建议反馈评议对象，并提出整改要求。',
                tasks: [appraisalTask, secondaryAppraisalTask],
                registers: [appraisalOpinions],
              }),
              accountability('appraisal-4', {
                number: '三 第二阶段（四）二是·3',
                workstream: 'appraisal',
                title: '通报、约谈、督办',
                words:
                  '充分运用检查结果和评议结果，采取定期通报、约谈提醒、跟踪督办等方式，督促整改提高。（责任部门：局办公室）',
                posts: { lead: ['局办公室'] },
              }),
            ],
          }),
        ],
      }),
      principle('step-3', {
        number: '三 第三阶段',
        title: '总结与检查评估阶段',
        words: '第三阶段：总结与检查评估阶段（8月初至10月底）',
        clauses: [
          work('step-3-1', {
            number: '三 第三阶段·1',
            title: '总结和评估',
            words:
              '各单位、机关各科室要及时对作风建设整治工作情况进行总结和评估，将行动成果转化为医疗行业行风建设的制度规范，以创新的精神完善一批、新建一批行之有效的制度体系，不断促进管理制度建设。',
            posts: { lead: ['各单位', '机关各科室'] },
            tasks: [summaryTask],
          }),
          principle('step-3-2', {
            number: '三 第三阶段·2',
            title: '考核评价的依据',
            words:
              '作风建设情况作为考核评价领导班子、领导干部和干部提拔使用的重要依据，排名靠前的予以表彰奖励。',
          }),
          work('step-3-3', {
            number: '三 第三阶段·3',
            title: '优胜单位和先进个人',
            words:
              '要积极培树宣传一批先进典型人物和事迹，树立“卫生健康系统作风建设优胜单位”和“卫生健康系统作风建设先进个人”，树立正确导向，积极倡导“比、学、赶、帮”的浓厚氛围，展示新时代全区广大医务工作者的新风貌。',
            registers: [models],
          }),
        ],
      }),
    ],
  }),
  principle('part-4', {
    number: '四',
    title: '有关要求',
    words: '四、有关要求',
    clauses: [
      principle('demand-1', {
        number: '四（一）',
        title: '强化组织领导',
        words: '(一)强化组织领导。',
        clauses: [
          principle('demand-1-1', {
            number: '四（一）·1',
            words:
              '加强和改进全区卫生健康系统作风建设，是保障卫生健康事业健康发展的重要举措，各单位、机关各科室思想上要高度重视，强化组织领导。',
          }),
          work('demand-1-2', {
            number: '四（一）·2',
            title: '成立领导小组',
            words:
              '各单位要参照局方案要求，成立“作风建设年”工作领导小组，单位党政主要负责人是作风建设的第一责任人，务必要亲自研究部署，亲自督促指导，牢牢把履行从严管党治党的责任扛在肩上，把作风建设各项工作握在手上，形成大抓作风建设的浓厚氛围。',
            posts: { lead: ['单位党政主要负责人'] },
            tasks: [leadingGroupTask],
          }),
        ],
      }),
      principle('demand-2', {
        number: '四（二）',
        title: '坚持压实责任',
        words: '(二)坚持压实责任。',
        clauses: [
          routine('demand-2-1', {
            number: '四（二）·1',
            title: '职责分工',
            words:
              '局党政领导班子成员要担负起分管之责，机关各部门按照职责分工，共同推进全系统作风根本转变。',
            posts: { lead: ['局党政领导班子成员'], support: ['机关各部门'] },
            tasks: [dutyTask],
          }),
          routine('duty-office', {
            number: '四（二）·2',
            title: '局办公室',
            words:
              '具体分工：局办公室负责指导督促各单位开展宣传教育活动，负责督促落实涉及工作作风的自查及整改工作，负责指导开展廉政风险隐患大排查；',
            posts: { lead: ['局办公室'] },
          }),
          routine('duty-finance', {
            number: '四（二）·3',
            title: '财务与信息化科',
            words:
              '财务与信息化科负责指导督促医疗机构开展医疗收费项目自查自纠，严查乱收费行为，负责加强信息化建设，推进互联网+健康服务，负责加强对大型设备购置的监管；',
            posts: { lead: ['财务与信息化科'] },
            tasks: [chargingTask],
          }),
          routine('duty-disease-control', {
            number: '四（二）·4',
            title: '疾控科',
            words: '疾控科负责指导各单位加强药品和医用耗材采购管理，定期公布并查处不规范采购行为；',
            posts: { lead: ['疾控科'] },
          }),
          routine('duty-law', {
            number: '四（二）·5',
            title: '法监科',
            words:
              '法监科负责开展医疗卫生综合监管大提质活动，严厉打击各类违法违规执业行为，推广运用医疗服务智能监管系统，强化监督执法结果运用；',
            posts: { lead: ['法监科'] },
          }),
          routine('duty-medical', {
            number: '四（二）·6',
            title: '医政科',
            words:
              '医政科负责医疗机构患者满意度测评体系建设，推动医疗机构改善服务措施，提高服务对象满意度。',
            posts: { lead: ['医政科'] },
          }),
          routine('duty-others', {
            number: '四（二）·7',
            title: '其他相关科室',
            words: '其他相关科室按照职责分工做好作风建设年各项工作。',
            posts: { lead: ['其他相关科室'] },
          }),
        ],
      }),
      principle('demand-3', {
        number: '四（三）',
        title: '坚持问题导向',
        words: '(三)坚持问题导向。',
        clauses: [
          principle('demand-3-1', {
            number: '四（三）·1',
            words:
              '要把发现问题、查处问题、解决问题贯穿于“作风建设年”全过程。既要查个人问题，又要查体制机制问题；既要查基层问题，又要查监管问题；既要常抓常提醒，又要坚持“红红脸、出出汗”；既要追究直接责任，又要追究领导责任。要把发现和查处领导干部存在的作风问题放在首位，防止“追下不追上”“追下重追上轻”。',
          }),
          principle('demand-3-2', {
            number: '四（三）·2',
            title: '“三个区分开来”',
            words:
              '要坚持“三个区分开来”，既要防止问责不严不力，又防止问责泛化过度，同时也要严肃查处诬告陷害行为，充分保护干部干事创业积极性。',
          }),
          routine('demand-3-3', {
            number: '四（三）·3',
            title: '社会监督员',
            words:
              '充分发挥社会监督的作用，聘请社会监督员，公布监督举报电话及专用通道，及时回应群众关切、社会关切。',
          }),
          routine('demand-3-4', {
            number: '四（三）·4',
            title: '监督举报专线',
            words:
              '局设立专线电话（号码略）为全区卫生健康系统“作风建设年”群众监督举报电话，接收各单位及群众意见建议。',
          }),
          routine('demand-3-5', {
            number: '四（三）·5',
            title: '及时转办',
            words: '对收到的相关投诉、意见建议、举报线索及时转相关部门办理。',
            registers: [hotlineCases],
          }),
        ],
      }),
      principle('demand-4', {
        number: '四（四）',
        title: '严肃执纪问责',
        words: '(四)严肃执纪问责。',
        clauses: [
          accountability('demand-4-1', {
            number: '四（四）·1',
            title: '追究第一责任人',
            words:
              '对开展“作风建设年”组织不力、行动迟缓、措施不力、马虎应对、敷衍了事的单位、部门，严肃追究第一责任人的责任。',
          }),
          accountability('demand-4-2', {
            number: '四（四）·2',
            title: '追责问责与曝光',
            words:
              '对作风问题频发、顶风违纪多发的个人，严肃进行追责问责，定期曝光典型案例，达成警示一个、震慑一批、教育一片的效果。',
            registers: [typicalCases],
          }),
        ],
      }),
    ],
  }),
  principle('annexes', {
    number: '附件',
    title: '附件目录',
    words: '附件：1、东西湖区卫生健康局2021年“作风建设年”活动领导小组',
    clauses: [
      principle('annex-2', {
        number: '附件2',
        title: '《自查自纠负面清单表》',
        words: '2、《自查自纠负面清单表》',
      }),
      principle('annex-3', {
        number: '附件3',
        title: '《负面清单整改落实情况明细表》',
        words: '3、《负面清单整改落实情况明细表》',
      }),
      principle('annex-1', {
        number: '附件1',
        title: '“作风建设年”活动领导小组',
        words:
          '附件1东西湖区卫生健康局2021年“作风建设年”活动领导小组（领导小组名单：组长一名，由区卫健局党委书记、局长担任；副组长八名，由区人民医院党委书记、局党委委员和调研员担任；成员二十三名，由局机关各科室负责人和区医护培训中心、区疾控中心、区妇幼保健院、区结核病防治所、区中医医院、十家街道（镇）卫生院、区红十字会、区计划生育协会负责人担任。此处略去个人姓名。）',
      }),
      principle('annex-2-heading', {
        number: '附件2·表头',
        title: '自省自清负面清单',
        words: '附件2：自省自清负面清单填报时间：领导签字：填報單位：',
      }),
      principle('annex-3-heading', {
        number: '附件3·表头',
        title: '负面清单整改落实情况明细表',
        words: '负面清单整改落实情况明细表填報單位：领导签字:填报时间：',
      }),
    ],
  }),
];
