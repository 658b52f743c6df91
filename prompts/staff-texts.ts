/** What answers by staff and the console say beside what staff write. */
export const staffTexts = {
  reviewed: (day: string): string => `该答复已经人工审核（${day}）。`,
  basis: '依据：',
  system: '系统',
  clauseGone: (notice: string, clause: string): string => `条款 ${notice}#${clause} 已经不在收录的通知中`,
  clauseChanged: (name: string, path: string): string => `${name}${path && `「${path}」`}的文字有变化`,
  noticeReplaced: (name: string, newer: string): string => `${name}已被《${newer}》代替`,
  switchedOff: (reason: string): string => `助手目前暂停使用：${reason}`,
  channelOff: (reason: string): string => `这个渠道目前暂停使用：${reason}`,
} as const
