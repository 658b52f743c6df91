/** The fixed texts of the guided self-check. */
export const interviewTexts = {
  yes: '是',
  no: '否',
  skip: '不清楚，跳过',
  back: '上一题',
  confirm: '确认，看结果',
  edit: '修改回答',
  editOne: (label: string): string => `修改：${label}`,
  showResult: '不再作答，直接看结果',
  goOn: (title: string): string => `继续自查：${title}`,
  start: (title: string): string => `自查：${title}`,
  leave: '放弃这次自查',
  others: '自查其他项目',
  leftUnknown: '不清楚',
  started: (title: string, count: number): string =>
    `${title}自查，最多${count}题。可以随时提问，/back 上一题，/skip 跳过，/code 换设备，/cancel 退出。`,
  noted: (label: string, answer: string): string => `已记录${label}：${answer}。`,
  notedApproximate: (label: string, answer: string): string => `已记录${label}：${answer}。有准确数可以再改。`,
  taken: (answers: string): string => `已填入：${answers}。不对的可以随时改。`,
  changed: (label: string, answer: string, before: string): string => `${label}已改为${answer}（原来：${before}）。`,
  stated: (label: string, answer: string): string => `${label}${answer}`,
  listed: '、',
  notNeeded: (labels: string): string => `因这项改动，不再需要：${labels}（原来的回答仍保留）。`,
  nowNeeded: (labels: string): string => `因这项改动，还需要回答：${labels}。`,
  before: (answer: string): string => `原来的回答：${answer}。`,
  firstQuestion: '这已经是第一题。',
  nothingToSkip: '没有待回答的问题。',
  notYet: (count: number): string => `还有问题没有回答（最多${count}题），答完再确认。`,
  cannotEdit: '没有找到要修改的回答。请选择：',
  nothingAnswered: '还没有回答过问题。',
  chooseEdit: '请选择要修改的回答：',
  code: (code: string, days: number): string =>
    `本次自查的续答码：${code}\n在网页、Telegram或终端发送“/resume ${code}”，就可以接着回答。${days}天内没有使用即失效；请不要转给无关的人。`,
  otherDevice: '换个设备继续',
  goOnHere: '在这里继续',
  noSuchCode: '没有找到这个续答码：可能写错，或者自查已取消、已过期。续答码是8位字母和数字，如 KM4T-9WXA。',
  leaveFirst: (answered: number): string =>
    answered === 0 ? '要退出这次自查吗？' : `要退出这次自查吗？已答的${answered}题会停用，24小时内可以恢复。`,
  leaveNow: '确定退出',
  stay: '继续自查',
  cancelled: '已退出自查。24小时内可以恢复。',
  restore: '恢复',
  restored: '已恢复刚才的自查。',
  noneToRestore: '没有可以恢复的自查。要开始自查，请发送 /check。',
  statusTitle: (title: string): string => `${title}自查进度`,
  answered: '已回答：',
  none: '（无）',
  left: (labels: string): string => `尚待回答：${labels}`,
  progress: (done: number, skipped: number, left: number): string =>
    `已答${done}题${skipped > 0 ? `（其中${skipped}题跳过）` : ''}，${left > 0 ? `最多还有${left}题` : '没有待答的题'}。`,
  summary: (title: string): string => `请核对${title}自查的各项回答：`,
  summaryColumns: ['问题', '回答'],
  summaryClose: '都对就确认；不对的，点那一项修改，或直接说“把某项改成…”。',
  skippedCount: (count: number): string => `其中${count}题跳过，按不清楚核对。`,
  doubt: (one: string, other: string): string => `两项对不上：${one}；${other}。哪一项要改？`,
  doubtFix: (label: string): string => `改“${label}”`,
  doubtBoth: '两项都没错',
  asked: (label: string, answer: string): string => `${label}：${answer}`,
  because: (quote: string): string => `问这一题，是因为通知规定：“${quote}”。`,
  isThisMeant: (words: string): string => `您的回答是“${words}”吗？是的请点“就是${words}”，不是请重新填写。`,
  meant: (words: string): string => `就是${words}`,
  unreadable: (said: string): string => `没有读懂“${said}”。`,
  onlyChinese: '',
  missingTitle: '还差多少',
  prepareTitle: '要准备什么',
  changeTitle: '改一个回答',
  allMet: (title: string): string => `不差：${title}的申报条件全部符合。`,
  lacks: (unmet: number, unknown: number): string =>
    [...(unmet > 0 ? [`有${unmet}项不符合`] : []), ...(unknown > 0 ? [`有${unknown}项待确认`] : [])].join('，') + '：',
  prepareFor: (title: string): string => `${title}要准备：`,
  closes: (day: string, isOver: boolean): string => `（${day}${isOver ? '已' : ''}截止）`,
  howToCheck: '自查就是一问一答，约2分钟，答完给出逐项结论。请选择项目：',
  dependsOnExact: (words: string): string => `您说的是${words}，差多少要看准确的数`,
  shortByAbout: (figure: string): string => `约差${figure}`,
  takes: {
    bool: '请回答“是”或“否”，不清楚可以跳过。',
    int: (unit: string): string => `请填写不小于0的整数，如 120${unit}；不清楚可以跳过。`,
    number: '请填写金额，如 520万元 或 5,200,000元；不清楚可以跳过。',
    percent: '请填写0到100之间的数，如 95.5%；不清楚可以跳过。',
    choice: (labels: string): string => `请回答${labels}之一，不清楚可以跳过。`,
  },
  vague: {
    inexact: '这个数离规定的界限很近，请给出准确的数。',
    unit: '请写明单位是元还是万元，如 5,200,000元 或 520万元。',
    percent: '请写明百分数，如 0.95% 或 95%。',
  },
  verdicts: {
    eligible: (title: string): string => `${title}：申报条件全部符合。`,
    ineligible: (title: string, count: number): string => `${title}：有${count}项申报条件不符合。`,
    undetermined: (title: string, count: number): string => `${title}：还有${count}项条件待确认，暂不能判断。`,
  },
  canApplyNow: '现在可以申报。',
  gap: (gap: string): string => `差距：${gap}`,
  missing: (labels: string): string => `待确认：${labels}`,
  required: (required: string): string => `要求：${required}`,
  basis: (place: string): string => `依据：${place}`,
  nearestFix: '最近的补齐办法：',
  preferences: '同等条件下优先：',
  preparation: '需要准备：',
  schedule: '建议日程（从通知所列的最后一天倒推）：',
  otherFits: '用同样的回答对照其他项目：',
  otherEligible: (title: string, closes: string): string => `${title}的申报条件全部符合（截止日${closes}）。`,
  otherOpen: (title: string, count: number, closes: string): string =>
    `${title}没有发现不符合的条件，还有${count}项待确认（截止日${closes}）。`,
  length: {
    within: (words: number, characters: number, limit: number): string =>
      `共${words}字（不计空格${characters}个字符），没有超过${limit}字。`,
    over: (words: number, characters: number, limit: number): string =>
      `共${words}字（不计空格${characters}个字符），超过${limit}字，至少要删去${words - limit}字。`,
    depends: (words: number, characters: number, limit: number): string =>
      `按字数计为${words}字，没有超过${limit}字；按字符计（不计空格）为${characters}个，超过${limit}。通知没有写明计算方法，建议再精简。`,
  },
  countHelp: '把要检查的文字写在 /count 后面一起发送。有字数限制的栏目：',
  countNone: '这个项目的通知没有字数限制。',
  counted: '字数检查：',
  disclaimer: '本结果为自查结果，非正式审查结论，以主管部门审查为准。',
} as const

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> }

/** The texts of the self-check in any language. */
export type InterviewTexts = Widened<typeof interviewTexts>
