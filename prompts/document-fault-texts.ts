/** What is said of faults in the document of a programme, to those who write it. */
export const documentTexts = {
  slug: '应为小写字母、数字和连字符，如 medical-center-2025',
  factKey: '事实的名称应以小写字母开头，2 到 64 个字母或数字，如 validPatents',
  factType: '应为 bool、int、number、percent、choice、date 之一',
  day: '应为日历上有的日期，写作 YYYY-MM-DD',
  period: '应为一段时间，如 { "years": 3 }、{ "months": 6 } 或 { "days": 30 }',
  condition:
    '应为一个条件：fact 加 atLeast、moreThan、atMost、lessThan、is、oneOf、notBefore、notAfter、atLeastAgo、withinLast 之一，或者 allOf、anyOf、atLeastOf、if 和 then',
  amount: '应为一个金额：wan、percent 和 of、wan 和 per、lowerOf、upTo 和 amount、cases 之一',
  oneLowerBound: 'atLeast 和 moreThan 只能写一个',
  oneUpperBound: 'atMost 和 lessThan 只能写一个',
  count: '不能多于所列的条件数',
  unknownField: '没有这个字段',
} as const
