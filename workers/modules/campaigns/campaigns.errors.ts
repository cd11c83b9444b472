import { defineErrors } from '#workers/platform/http/problem.ts';

export const campaignsErrors = defineErrors({
  'campaigns.not_found': {
    status: 404,
    zh: '没有这份工作方案，或您无权查看。',
    en: 'There is no such campaign, or it is not yours to see.',
  },
  'campaigns.unknown_template': {
    status: 404,
    zh: '没有这个方案模板，请刷新后重新选择。',
    en: 'There is no such template; reload and choose again.',
  },
  'campaigns.draft_not_found': {
    status: 404,
    zh: '没有这份方案草稿，或您无权查看。',
    en: 'There is no such draft, or it is not yours to see.',
  },
  'campaigns.draft_in_approval': {
    status: 409,
    zh: '方案正在审签或已经签发，不能修改。如需修改，请先撤回审签。',
    en: 'The draft is being signed or is signed. Withdraw the approval first if it has to change.',
  },
  'campaigns.draft_closed': {
    status: 409,
    zh: '这份草稿已经发布或作废，不能再办理。如需修改方案，请新建修订。',
    en: 'This draft is published or discarded. Open an amendment if the campaign has to change.',
  },
  'campaigns.version_superseded': {
    status: 409,
    zh: '本方案在您查看之后又有修订，请重新查看移到新版会有什么影响，再决定。',
    en: 'The campaign was amended since you looked. Read the dry run again before you decide.',
  },
  'campaigns.part_not_found': {
    status: 404,
    zh: '草稿中没有这一部分，可能已被删除，请刷新。',
    en: 'The draft has no such part; it may have been removed. Reload.',
  },
  'campaigns.archived': {
    status: 409,
    zh: '这个工作方案已经归档，不能修订。请以它为底稿起草新一年的工作方案。',
    en: 'This campaign is archived and cannot be amended. Draft another year’s campaign from it.',
  },
  'campaigns.part_exists': {
    status: 409,
    zh: '草稿中已有代号为“{key}”的同类内容，请换一个代号。',
    en: 'The draft already has a part of this kind with the key “{key}”. Use another key.',
  },
  'campaigns.stale_part': {
    status: 412,
    zh: '{post}已先保存了这一部分。请对照最新内容后再保存，您填写的内容没有丢失。',
    en: '{post} saved this part first. Compare with the newest content and save again; nothing of yours is lost.',
  },
  'campaigns.stale_order': {
    status: 412,
    zh: '顺序刚被他人调整，或有内容刚被增加、删除。已读取最新内容，请再调整一次。',
    en: 'Somebody else has just changed the order, or added or removed something. The newest content was read; please do it again.',
  },
  'campaigns.undated_rule': {
    status: 409,
    zh: '这一项没有可以调整的具体日期。请新建修订，在方案编制中修改时间要求。',
    en: 'This item has no calendar day to move. Open an amendment and change its dates there.',
  },
  'campaigns.period_reversed': {
    status: 422,
    zh: '方案的结束日期不能早于开始日期，请核对。',
    en: 'The campaign cannot end before it begins; check its two days.',
  },
  'campaigns.same_day': {
    status: 409,
    zh: '新日期与现行日期相同，不需要调整。',
    en: 'The new day is the day in force; there is nothing to move.',
  },
  'campaigns.fixed_identity': {
    status: 422,
    zh: '代号（修订时还有年度）不能修改；如需另立，请新建。',
    en: 'The key (and in an amendment the year) cannot be changed; make a new one instead.',
  },
  'campaigns.head_stays': {
    status: 409,
    zh: '方案的基本信息不能删除，只能修改。',
    en: 'The head of a draft can be changed but not removed.',
  },
  'campaigns.has_errors': {
    status: 422,
    zh: '一致性检查还有 {count} 处错误，请逐项改正后再提交核稿。',
    en: 'The check still finds {count} errors. Mend them before submitting.',
  },
  'campaigns.warnings_open': {
    status: 409,
    zh: '一致性检查有 {count} 处提醒，请逐项确认后再提交核稿。',
    en: 'The check has {count} warnings. Acknowledge each before submitting.',
  },
  'campaigns.over_ceiling': {
    status: 409,
    zh: '负担测算超过本单位上限的有：{classes}。须在审签环节中增加会签并办理后方可发布，或减少报送。',
    en: 'The burden exceeds the ceiling for: {classes}. A countersignature is needed, or fewer filings.',
  },
  'campaigns.nothing_changed': {
    status: 409,
    zh: '内容与现行版本相同，不需要修订。',
    en: 'The content is the same as the version in force; there is nothing to amend.',
  },
  'campaigns.same_as_before': {
    status: 409,
    zh: '内容与第{number}版完全相同，同一内容不重复编为新版。如需恢复该版，请在条文中写明恢复的依据（如“自某日起恢复执行原规定”），再提交核稿。',
    en: 'The content is exactly that of issue {number}, and no content is issued twice. To return to it, say so in a clause and submit again.',
  },
  'campaigns.key_taken': {
    status: 409,
    zh: '该年度已经发布过这份方案。如需修改，请从已发布的版本新建修订。',
    en: 'This campaign is already published for that year. Open an amendment from it instead.',
  },
  'campaigns.amended_meanwhile': {
    status: 409,
    zh: '起草期间该方案已发布新的修订。请从最新版本重新建立修订。',
    en: 'Another amendment was published meanwhile. Open a new one from the newest version.',
  },
  'campaigns.not_signed': {
    status: 409,
    zh: '方案还没有完成审签，不能进行签发登记和发布。',
    en: 'The approval is not complete; it can neither be registered nor published.',
  },
  'campaigns.not_approved': {
    status: 409,
    zh: '审签完成后内容有改动，签字不再有效。请撤回后重新审签。',
    en: 'The content changed after it was signed. Withdraw it and have it signed again.',
  },
  'campaigns.not_registered': {
    status: 409,
    zh: '还没有签发登记。请填写办公室编发的文号和日期后再发布。',
    en: 'The issue is not registered. Enter the number and dates given by the office first.',
  },
  'campaigns.dates_reversed': {
    status: 422,
    zh: '印发日期不能早于签发日期，请核对。',
    en: 'The day of printing cannot be before the day of signing.',
  },
  'campaigns.inherited_item': {
    status: 409,
    zh: '这一项承接自上级方案（{from}），不能改动或删除；时间只能提前。本级要求请另加一条。',
    en: 'This item is carried out for a higher authority ({from}). It cannot be changed or removed; its day may only be earlier. Add an item of your own instead.',
  },
  'campaigns.newer_language': {
    status: 503,
    zh: '这份方案由更新的程序版本发布，现在的程序不能解读。请联系平台运维升级程序，数据没有丢失。',
    en: 'A newer version of this program published this campaign; this one cannot read it. Ask the operator to bring the program up to date. Nothing is lost.',
  },
  'campaigns.pack_refused': {
    status: 422,
    zh: '方案文件不能使用，共 {count} 处问题，请按所列位置改正后再导入。',
    en: 'The campaign file cannot be used: {count} problems. Mend them where they stand and import again.',
  },
  'campaigns.foreign_pack': {
    status: 422,
    zh: '这份方案文件是“{region}”的，不是本单位的。承接上级方案请选“承接上级方案”。',
    en: 'This campaign file belongs to “{region}”. To carry out a higher authority’s campaign, choose to carry it out.',
  },
});
