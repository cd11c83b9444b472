import {
  accountability,
  basis,
  principle,
  routine,
  work,
  type ClauseNode,
} from '#plugins/sdk/define.ts';
import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import { measuresChart } from './measures-chart.ts';
import {
  demeritPoints,
  districtFindings,
  keySupervision,
  leads,
  models,
  visitFindings,
} from './registers.ts';
import {
  covertVisitsTask,
  ethicsTask,
  goodPracticeTask,
  leadingGroupTask,
  linkageTask,
  planTask,
  sixtyMeasuresTask,
  smallerMeasuresTask,
  summaryTask,
  trainingTask,
  visitRectificationTask,
} from './tasks.ts';

/** The document, paragraph by paragraph; every text is its own. */
export const clauses: ClauseNode[] = [
  principle('preamble', {
    number: '引言',
    title: '引言',
    words:
      '卫生健康系统行业作风关乎整个医疗卫生健康系统的形象和声誉，是社会关注、群众关心的热点问题，加强卫生健康系统行业作风建设是构建和谐医患关系的基础和保证，是深化医药卫生体制改革的重要支撑。',
    clauses: [
      basis('preamble-1', {
        number: '引言·1',
        title: '上级部署与已开展的行动',
        words:
          '近年来，为回应群众关切，省市卫生健康行政部门先后提出“双命名双提升双满意”行动、改善医疗服务三年行动计划、改善医疗服务60条等一系列措施，着力提高行业服务水平；今年以来，为落实上级有关工作部署，我委先后联合多个部门出台了医疗乱象整治、医药购销领域和行业不正之风整治、医疗领域涉及民生问题整治、基层医疗机构准入整治等一系列行动方案。',
      }),
      basis('preamble-2', {
        number: '引言·2',
        title: '民生领域专项整治',
        words:
          '近期，市纪委监委组织开展了民生领域损害群众利益问题专项整治工作，卫生健康系统列入整治范围。',
      }),
      principle('preamble-3', {
        number: '引言·3',
        title: '出台目的',
        words:
          '为加强系列举措的科学统筹，协调有序推进行风建设工作，力促卫生健康系统行业作风不断向好转变，患者满意度获得感不断提升，经研究，提出以下指导意见。',
      }),
    ],
  }),
  principle('part-1', {
    number: '一',
    title: '指导思想',
    words: '一、指导思想',
    clauses: [
      principle('part-1-1', {
        number: '一·1',
        words:
          '以习近平新时代中国特色社会主义思想为指导，牢固树立以病人为中心的发展理念，有效打击和整治医疗乱象，全面净化卫生健康系统行业环境，推动建立全过程、全链条、全方位、全周期的优质医疗服务，进一步改善百姓看病就医体验，切实维护人民群众健康权益，为建设“精致城市、幸福威海”作贡献。',
      }),
    ],
  }),
  principle('part-2', {
    number: '二',
    title: '总体思路',
    words: '二、总体思路',
    clauses: [
      principle('part-2-1', {
        number: '二·1',
        labels: [
          'two-measures',
          'two-handles',
          'three-combinations',
          'four-linkages',
          'five-improvements',
        ],
        title: '“22345”总思路',
        words:
          '统筹协调各方资源，按照“两举措、两抓手、三结合、四联动、五提升”“22345”总思路即：日常监督检查和实地暗访两个举措；医疗卫生机构与医务人员两个抓手；党的建设和行业管理、服务改善和业务培训、警示教育和严管严惩三个结合；实现机制、责任、监管、宣传四个联动；达到卫生健康系统行业监管能力、行业整体形象、医疗卫生机构服务水平、医务人员作风意识、百姓就医获得感五个提升。',
      }),
    ],
  }),
  principle('part-3', {
    number: '三',
    title: '工作措施',
    words: '三、工作措施',
    clauses: [
      principle('measure-1', {
        number: '三（一）',
        title: '以党风廉政建设为统领',
        words: '（一）以党风廉政建设为统领。',
        clauses: [
          principle('measure-1-1', {
            number: '三（一）·1',
            labels: ['three-combinations', 'four-linkages'],
            title: '责任网络体系',
            words:
              '各级卫生健康行政部门及医疗卫生机构党组织要发挥卫生健康系统行业作风整治工作中把方向、管大局、作决策、促改革、保落实的领导作用，以党风廉政建设为统领，深入开展廉洁医院建设，班子主要负责同志和班子成员要深入落实全面从严治党要求，认真履行党风廉政建设、行业作风建设主体责任，落实好“一岗双责”职责，构建横到边纵到底、覆盖完整的责任网络体系。',
            posts: { lead: ['各级卫生健康行政部门及医疗卫生机构党组织'] },
          }),
          routine('measure-1-2', {
            number: '三（一）·2',
            labels: ['three-combinations'],
            title: '廉政教育',
            words:
              '注重关键环节和重点领域治理，狠抓制度落实，真正用制度管人管事，持续加强廉政教育力度，以党风带行风，以干部带群众，针对党风廉政建设、行业作风建设中出现的新情况、新问题，有针对性地开展党风廉政教育，丰富廉政教育形式，使廉洁思想、行业作风意识真正入脑入心，大力营造风清气正的行业生态。',
          }),
        ],
      }),
      principle('measure-2', {
        number: '三（二）',
        title: '建立内外协调联动机制',
        words: '（二）建立内外协调联动机制。',
        clauses: [
          routine('measure-2-1', {
            number: '三（二）·1',
            labels: ['four-linkages'],
            title: '联席会议、专班与线索全链条',
            words:
              '市级建立纠正医药购销领域和医疗服务中不正之风联席会议机制，成立医疗乱象专项整治行动多部门联动工作组和医疗卫生领域及民生问题专项整治工作专班，推进部门间监管执法工作协调联动，抓住整治和监管的重点，从难点和堵点入手，从百姓关切的领域切口，建立信息实时互动共享机制，确保发现问题、交办线索、查处整治、通报整改和“回头看”全链条的同步高效，各区市要注意加强与属地同级有关部门的配合联动，及时互相通报有关线索，推动联合建立医疗卫生机构及医务人员“黑名单”、“红黑榜”，严格落实医疗机构不良行为记分制度，加强医务人员医德医风考评，形成行业作风整治行动的高压态势。',
            posts: { lead: ['联席会议'], support: ['各区市'] },
            tasks: [linkageTask, ethicsTask],
            registers: [leads, demeritPoints, keySupervision],
          }),
        ],
      }),
      principle('measure-3', {
        number: '三（三）',
        title: '持续开展明查暗访行动',
        words: '（三）持续开展明查暗访行动。',
        clauses: [
          routine('measure-3-1', {
            number: '三（三）·1',
            labels: ['two-measures'],
            title: '日常监管',
            words:
              '各级卫生健康监督执法队伍要科学谋划克服执法力量薄弱的现实困难，将日常监管和卫生健康行政部门部署的突击整治各项行动科学统筹，聚焦社会办医疗机构等重点领域、聚焦医疗乱象频发的专业领域，整体推动各项工作。',
            posts: { lead: ['各级卫生健康监督执法队伍'] },
          }),
          work('measure-3-2', {
            number: '三（三）·2',
            labels: ['two-measures'],
            title: '委机关暗访',
            words:
              '委机关成立卫生健康系统行业作风暗访组，着重从改善服务、服务态度等方面对委直各医疗机构及各区市部分医疗机构进行暗访。',
            posts: { lead: ['卫生健康系统行业作风暗访组'] },
            registers: [visitFindings],
          }),
          work('measure-3-3', {
            number: '三（三）·3',
            labels: ['two-measures'],
            title: '各区市暗访',
            words:
              '各区市卫生健康行政部门要组织对辖区内各级各类医疗机构行业作风建设进行有计划的暗访，对发现的正面典型要大力宣传弘扬，发挥示范引导作用，对发现的突出问题及时反馈并督促整改；',
            posts: { lead: ['各区市卫生健康行政部门'] },
            tasks: [covertVisitsTask, visitRectificationTask],
            registers: [districtFindings],
          }),
          accountability('measure-3-4', {
            number: '三（三）·4',
            labels: ['three-combinations'],
            title: '依法依规处置',
            words: '发现违规违纪现象要依法依规严肃处置。',
          }),
        ],
      }),
      principle('measure-4', {
        number: '三（四）',
        title: '强化医疗卫生机构和医务人员两个主体责任',
        words: '（四）强化医疗卫生机构和医务人员两个主体责任。',
        clauses: [
          routine('measure-4-1', {
            number: '三（四）·1',
            labels: ['two-handles', 'four-linkages'],
            title: '法人第一责任人',
            words:
              '各级各类医疗卫生机构要坚定落实好行业作风建设的主体责任，医疗卫生机构法人作为第一责任人，对本单位行业作风建设担负领导责任，要组织做好全院尤其是一线的临床科室及收费、医保、药房等窗口单位的行业作风建设，从思想深处绷紧行业作风弦，层层压实责任。',
            posts: { lead: ['医疗卫生机构法人'] },
          }),
          routine('measure-4-2', {
            number: '三（四）·2',
            labels: ['two-handles'],
            title: '行风建设年、行风大比武',
            words:
              '积极地创造性开展“行风建设年、行风大比武”等活动，在医疗卫生机构和医务人员之间形成“比学赶超”的正向引导，调动医务人员积极性。',
          }),
          work('measure-4-3', {
            number: '三（四）·3',
            labels: ['three-combinations', 'five-improvements'],
            title: '60条措施挂图作战和销号管理',
            words:
              '对《进一步改善医疗服务60条措施》按照时间节点实行挂图作战和销号管理，切实做到“以病人健康为中心、以病人需求为导向，以病人满意为目标”，大力转变工作作风，树立卫生健康系统行业良好形象。',
            tasks: [sixtyMeasuresTask, smallerMeasuresTask],
            registers: [measuresChart],
          }),
        ],
      }),
      principle('measure-5', {
        number: '三（五）',
        title: '注重培训指导和营造浓厚氛围',
        words: '（五）注重培训指导和营造浓厚氛围。',
        clauses: [
          routine('measure-5-1', {
            number: '三（五）·1',
            labels: ['three-combinations', 'five-improvements'],
            title: '培训与岗前培训',
            words:
              '各级卫生健康行政部门和各级各类医疗卫生机构要高度重视卫生健康系统行业作风建设的培训和指导，尤其是新进人员的任职岗前培训，通过聘请专家讲课、定期学习培训，外出考察参观等多种形式，借智借力先进地区、单位成熟做法和典型经验，做到全员培训、全院提高、全行业参与作风建设。',
            posts: { lead: ['各级卫生健康行政部门和各级各类医疗卫生机构'] },
            tasks: [trainingTask],
          }),
          routine('measure-5-2', {
            number: '三（五）·2',
            labels: ['four-linkages', 'five-improvements'],
            title: '宣传与典型',
            words:
              '鼓励研究创新行业作风建设新思路和新机制，把握部门责任、综合监管、联合惩戒等关键环节，在动员、统筹和联动上下功夫，注重通过电视、广播、报纸、微信等媒体宣传行业作风建设主要做法和成效，大力宣传弘扬不忘初心、救死扶伤、爱岗敬业、文明行医的先进典型和新风尚，营造全系统积极浓厚的行业作风建设氛围。',
            tasks: [goodPracticeTask],
            registers: [models],
          }),
        ],
      }),
    ],
  }),
  principle('part-4', {
    number: '四',
    title: '工作要求',
    words: '四、工作要求',
    clauses: [
      principle('demand-0', {
        number: '四·前言',
        title: '提高站位',
        words:
          '各区市（开发区）卫生健康行政部门、各医疗卫生机构要高度重视行业作风建设工作，将其提高到建设“精致城市、幸福威海”的高度，不断提高政治站位，深刻领会新时代、新时期社会变革持续深化的大形势下，扎实做好行业作风建设工作的重要意义。',
        posts: { lead: ['各区市（开发区）卫生健康行政部门、各医疗卫生机构'] },
      }),
      work('demand-1', {
        number: '四 一是·1',
        title: '成立领导小组',
        words:
          '一是要成立行业作风建设领导小组，由主要负责人担任组长，亲自统筹谋划，全面领导部署，广泛动员实施。',
        posts: { lead: ['主要负责人'] },
        tasks: [leadingGroupTask],
      }),
      routine('demand-1-1', {
        number: '四 一是·2',
        title: '深入基层一线',
        words:
          '分管负责人和相关行政科室人员要深入基层、下到临床一线、融入到医务人员中间，通过下派学习调研、轮岗交流等形式，切实摸透实情，发现问题短板和整改提高；',
        posts: { lead: ['分管负责人和相关行政科室人员'] },
      }),
      principle('demand-2', {
        number: '四 二是',
        title: '长效机制',
        words:
          '二是建立行业作风建设工作指导、监督考核、整改提高的长效机制，避免行业作风建设“紧一紧”，效果就“好一好”的“临时工”现象，确保此项工作能够长期开展得力、常抓常紧，效果持续提升；',
      }),
      principle('demand-3', {
        number: '四 三是',
        labels: ['four-linkages'],
        title: '多部门共商共治',
        words:
          '三是以发现问题为出发点，以解决问题为导向，以部门联动为保障，建立多部门共商共治的外部长效机制，建立系统内齐抓共管的内部协调工作机制，注重综合施策，注重宣传引导，注重预防严管，确保相关整治工作全面到位，务实高效；',
      }),
      work('demand-4', {
        number: '四 四是·1',
        title: '整治情况总结',
        words:
          '四是各区市（开发区）卫生健康行政部门、委直各医疗机构要按照相关文件要求的时间节点按时报送相关整治情况总结。',
        posts: { lead: ['各区市（开发区）卫生健康行政部门、委直各医疗机构'] },
        tasks: [summaryTask],
        indicators: commonIndicators(),
      }),
      work('demand-4-1', {
        number: '四 四是·2',
        title: '报送活动方案',
        words:
          '请各区市、各单位于2019年7月20日前将本部门《卫生健康系统行业作风建设及专项整治活动方案》（包括领导小组）以纸质和PDF盖章电子版形式报市卫生健康委医政科。',
        posts: { lead: ['各区市、各单位'] },
        tasks: [planTask],
      }),
    ],
  }),
];
