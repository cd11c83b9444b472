import { defineErrors } from '#workers/platform/http/problem.ts';

export const reviewsErrors = defineErrors({
  'reviews.not_waiting': {
    status: 409,
    zh: '本件现在不在待审状态，可能已经审核或退回。请刷新页面查看最新情况。',
    en: 'This filing does not wait for a review now; it may have been decided. Reload the page.',
  },
  'reviews.own_unit': {
    status: 403,
    zh: '这是您所在单位的报送件，须回避，请由其他单位的审核人办理。',
    en: 'This filing is of your own unit; somebody of another unit has to review it.',
  },
  'reviews.stamp_unchecked': {
    status: 422,
    zh: '盖章扫描件还有 {count} 项没有核对，请逐项核对并勾选后再审核通过。',
    en: '{count} checks of the stamped scan are not ticked. Check each of them before accepting.',
  },
  'reviews.paper_awaited': {
    status: 409,
    zh: '本件须报送的纸质件尚未登记，不能通过。纸质件已到的，请先登记纸质件；未到的，请选“挂起（待纸质件）”。',
    en: 'The paper copy of this filing is not registered. Register it first, or put the filing on hold until it comes.',
  },
  'reviews.unknown_point': {
    status: 422,
    zh: '有 {count} 处不在填报表和材料清单中，请刷新页面后重新勾选。',
    en: '{count} points are neither in the form nor in the list of materials. Reload and tick again.',
  },
  'reviews.new_points': {
    status: 409,
    zh: '以下 {count} 处为以前退回时未指出的问题，请确认后再退回。',
    en: '{count} points were not named in the earlier return. Confirm them before returning again.',
  },
  'reviews.unknown_office': {
    status: 422,
    zh: '工作方案中没有这个科室，或本件已经在这个科室，请另选科室。',
    en: 'There is no such office in the campaign, or the filing is there already. Choose another.',
  },
  'reviews.not_undoable': {
    status: 409,
    zh: '没有可以撤销的审核意见：只能撤销本人当天作出、单位尚未办理的意见。',
    en: 'Nothing can be taken back: only your own decision of today that the unit has not acted on.',
  },
  'reviews.opinion_awaited': {
    status: 409,
    zh: '已请{office}提出意见，尚未答复。请等答复后再办理；不再等的，请先收回所请意见。',
    en: '{office} was asked for an opinion and has not answered. Wait for it, or withdraw what was asked.',
  },
  'reviews.second_missing': {
    status: 409,
    zh: '本任务须双人复核：请先写明本人意见并请另一名审核人复核，两人都认为可以通过后再办理。',
    en: 'This task is reviewed by two people: give your view and ask a second reviewer; it is accepted once both agree.',
  },
  'reviews.both_mend': {
    status: 409,
    zh: '两名审核人都认为应退回修改，不能审核通过，请退回修改。',
    en: 'Both reviewers find that it has to be mended. Return it.',
  },
  'reviews.decider_needed': {
    status: 409,
    zh: '两名审核人意见不一致，须由第三名审核人裁定，您是其中一方，不能办理。',
    en: 'The two reviewers differ. A third person decides; you are one of the two.',
  },
  'reviews.own_registration': {
    status: 409,
    zh: '领导裁定由您登记，须由另一名审核人按裁定办理。',
    en: 'You registered the leader’s ruling. Another reviewer decides as it was ruled.',
  },
  'reviews.against_ruling': {
    status: 409,
    zh: '领导已就双方分歧作出裁定，请按裁定办理；裁定登记有误的，请由登记人撤销后重新登记。',
    en: 'A leader has ruled between the two. Decide as ruled, or have a wrong registration withdrawn by who made it.',
  },
  'reviews.ruling_reason_missing': {
    status: 422,
    zh: '两名审核人意见不一致，裁定通过须写明理由。',
    en: 'The two reviewers differ: say why you accept it.',
  },
  'reviews.no_difference': {
    status: 409,
    zh: '本件没有待裁定的分歧（双方尚未都提出意见、意见一致或已裁定）。请刷新页面查看最新情况。',
    en: 'There is no difference to rule on: not both have said, they agree, or it was ruled. Reload the page.',
  },
  'reviews.no_ruling': {
    status: 409,
    zh: '没有可以撤销的裁定：只能撤销本人登记、尚未据以办理的裁定。',
    en: 'Nothing to withdraw: only a ruling you registered yourself, and nothing was decided by.',
  },
  'reviews.ruling_in_future': {
    status: 422,
    zh: '裁定的签署日期不能晚于今天。',
    en: 'The ruling cannot be signed after today.',
  },
  'reviews.own_view_missing': {
    status: 422,
    zh: '本任务须双人复核，请复核时须先写明本人的审核意见。',
    en: 'This task is reviewed by two people: say what you found yourself before asking the second.',
  },
  'reviews.second_in_person': {
    status: 422,
    zh: '双人复核须由另一名有审核职责的人在系统内办理，请选择复核人。',
    en: 'The second review is done by another person with this duty. Choose who.',
  },
  'reviews.second_asked': {
    status: 409,
    zh: '本轮已请过复核。需要换人的，请先收回所请意见。',
    en: 'A second reviewer was asked in this round. Withdraw that first to ask somebody else.',
  },
  'reviews.opinion_not_found': {
    status: 404,
    zh: '没有这条会审意见，或不在您的职责范围内。',
    en: 'There is no such opinion, or it is outside your range.',
  },
  'reviews.opinion_closed': {
    status: 409,
    zh: '这条意见已经答复或收回。请刷新页面查看最新情况。',
    en: 'This has been answered or withdrawn already. Reload the page.',
  },
  'reviews.not_asked': {
    status: 403,
    zh: '这条意见不是请您答复的；纸面意见由请会审的人登记。',
    en: 'You were not asked for this; what was answered on paper is registered by who asked.',
  },
  'reviews.unknown_colleague': {
    status: 422,
    zh: '所选的人不能办理该单位的报送件（没有审核职责、属于该单位或已回避），请另选。',
    en: 'This person cannot judge filings of the unit (no such duty, of the unit, or recused). Choose another.',
  },
  'reviews.paper_post_missing': {
    status: 422,
    zh: '纸面答复的意见须填写签署人岗位和日期。',
    en: 'An opinion given on paper needs the post that signed it, and the day.',
  },
  'reviews.reason_twice': {
    status: 422,
    zh: '常用意见中有重复的内容，请删去一条。',
    en: 'A reason stands in the list twice. Remove one of them.',
  },
  'reviews.unknown_unit': {
    status: 404,
    zh: '没有这个单位，或不在您的职责范围内。',
    en: 'There is no such unit, or it is outside your range.',
  },
});
