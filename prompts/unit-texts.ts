/** The fixed texts of the Word document that a unit fills in. */
export const unitTexts = {
  unitName: '单位名称',
  filledBy: '填表人',
  date: '日期',
  project: '项目',
  notice: '依据通知',
  reportNote: (name: string): string => `${name}的各部分和要求照通知原文列出，内容由填写单位负责`,
  guidance: (line: string): string => `【通知要求】${line}`,
} as const
