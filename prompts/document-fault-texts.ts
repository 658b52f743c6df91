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
  quoted: (problem: string, quote: string): string => `${problem}：「${quote}」`,
  quoteEmpty: '引文是空的',
  quoteNowhere: (notice: string): string => `通知 ${notice} 的哪一条都没有这句话（要一字不差，只在一条之内）`,
  quoteElsewhere: (clauses: string, section: string): string => `这句话在 ${clauses}，不在 ${section} 之下`,
  quoteTwice: (clauses: string): string => `这句话在 ${clauses} 都有，请用 section 写明是哪一条`,
  quoteOfOther: (clause: string): string => `这句话在 ${clause}，那是另一个项目的`,
  noSuchNotice: (notice: string): string => `没有收录通知 ${notice}`,
  dayNotNamed: (day: string): string => `引文里没有写 ${day}`,
  opensOtherwise: (opens: string | undefined, issued: string | undefined): string =>
    issued === undefined
      ? `通知没有注明日期，引文也没有写 ${opens}，不能填`
      : `应为引文写明的开始日期，或者通知的日期 ${issued}`,
  idTwice: (id: string): string => `${id} 用了两次`,
  provesNothing: (id: string): string => `没有编号为 ${id} 的条件`,
  noSuchFact: (key: string): string => `facts 里没有 ${key}`,
  limitUnsuited: (comparison: string, key: string, type: string): string =>
    `${comparison} 对不上：${key} 的类型是 ${type}，或者它达不到这个界限`,
  percentOfWan: (key: string): string => `${key} 应是以万元计的金额`,
  perFigure: (key: string): string => `${key} 应是一个数`,
  reviewLeft: (review: string): string => `还要人来确定：${review}（确定后删去 review）`,
  factOtherwise: (key: string, programme: string): string =>
    `${key} 在项目 ${programme} 里的类型、单位或选项不同：同一件事要一致，不是同一件事要另起名称`,
  neverOpen: '没有回答时就已经有结果，应等回答才判断',
  neverMet: '怎样回答都不会符合',
  neverUnmet: '怎样回答都不会不符合',
  noSuchProgramme: (id: string): string => `没有项目 ${id}`,
  idOtherwise: (id: string): string => `应与地址里的编号 ${id} 相同`,
  factUnread: '没有条件或金额用到它',
} as const
