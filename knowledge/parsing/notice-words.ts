/** The words that the title of a notice ends in, as documents of the administration are called. */
const kinds =
  '通知|公告|通告|公示|方案|办法|意见|细则|指南|指引|规定|规则|决定|措施|计划|规划|条例|批复|复函|函|要点|目录|清单|标准|倡议书|解读'

const noticeTitle = new RegExp(
  `(?:${kinds})(?:[（(](?:试行|暂行|修订版?|征求意见稿|[^（()）]{1,12})[）)])?(?:的通知)?[》»]?$`,
  'u',
)

/** Whether a text ends as the title of a notice does: 「关于……的通知」, 「……管理办法（试行）」. */
export const namesNotice = (text: string): boolean => noticeTitle.test(text.replace(/\s+/gu, ''))
