/** The same for languages that write no blanks between words: what is searched for within the text. */
export interface Script {
  /** Whether a text is written so, by characters of its own. */
  readonly known: RegExp
  readonly self: RegExp
  readonly you: RegExp
  readonly general: RegExp
  readonly past: RegExp
  readonly moment: RegExp
}

const japanese: Script = {
  known: /[\u3041-\u30ff]/g,
  self: /私|僕|弊社|当社|当方|弊部|我々|われわれ|おります|と申します|手元|自宅|うち(?:の|では)|いたしました|しました|ました|ています|てます|てみた|てしま|たけど|んですが|のですが/g,
  you: /あなた|お客様|ください(?!ますか)|してください|下さい|ユーザーは/g,
  general: /場合(?:は|に|が)?|ことがあ[りる]|可能性|べき|必要があ[りる]|推奨|できます|とは、|ましょう|の際は/g,
  past: /ました|でした|だった|していた|された|なった|かった|落ちた|出た|いた。/g,
  moment: /昨日|今日|本日|今朝|昨夜|昨晩|先日|先週|先ほど|午前|午後|\d時|[月火水木金土日]曜|\d日|頃|以降|現在/g,
}
const korean: Script = {
  known: /[\uac00-\ud7a3]/g,
  self: /저희|제가|저는|우리|저도|내가|나는|당사|(?:했|었|았|렸|됐|졌|겼|났|봤)(?:습니다|어요|는데|음|다)|드립니다|드리|합니다만|중입니다|있습니다/g,
  you: /당신|고객님|하십시오|하세요|사용자는|바랍니다/g,
  general: /경우|수 있(?:습니다|다|음)|해야 (?:합니다|한다)|권장|가능성|때에는|필요가/g,
  past: /(?:했|었|았|렸|됐|졌|겼|났|봤|혔|왔)(?:습니다|어요|는데|음|다|고|던)/g,
  moment: /어제|오늘|오전|오후|새벽|아침|지난|방금|이후|\d시|[월화수목금토일]요일|부터|현재/g,
}
const chinese: Script = {
  known: /[\u4e00-\u9fff]/g,
  self: /我|咱|俺|本人|本次|这次|此次|今天|昨天|楼主|求助|求教|请教|请问|急[，!！]|谢谢|老师|各位|大家|大佬|值班|客户|刚才|刚刚/g,
  you: /您(?!好)|你(?!好|们好)|请(?!教|问|假|求|夜|帮|大家|各位|早|白)(?=确保|使用|执行|参考|检查|输入|注意|先)|用户(?:可以|需要|应)/g,
  general: /如果|可能会|可以|应该|应在|必须|建议|通常|一般|例如|假设|当.{1,12}时[，,]|会导致|需要/g,
  past: /了[，。；,.\s！!]|了(?:[一二两三四五六七八九十半几\d])|过[，。]|已经|已[\u4e00-\u9fff]|曾|发现|出现|之后|后来|没[\u4e00-\u9fff]/g,
  moment:
    /昨天|今天|昨晚|今早|凌晨|早上|上午|下午|晚上|上周|周[一二三四五六日末]|星期|刚才|刚刚|\d点|\d号|每次|最近|当时|从.{1,8}开始|一直|又/g,
}
export const scripts: readonly Script[] = [japanese, korean, chinese]
