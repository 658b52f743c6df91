/** What is said where a notice has changed under the rules of a self-check. */
export const programmeChangeTexts = {
  mark: '部分条件待核实',
  required: '通知的这一处已有改动，以原文为准',
  note: (before: string, now: string | undefined): string =>
    `这一条通知已改，正在核对，本项先不作判断。原来：“${before}”。${now === undefined ? '现在的通知里没有这句话了。' : `现在：“${now}”。`}请以现在的通知为准。`,
  addedTitle: (place: string): string => `新增的规定（${place}）`,
  ended: (title: string, quote: string): string => `它所依据的通知已经废止，不再受理申报：“${quote}”（《${title}》）。`,
  amendedTitle: (place: string): string => `修改通知的规定（${place}）`,
  addedNote: (now: string): string => `通知新加了这一条，正在核对，本项先不作判断：“${now}”。请以现在的通知为准。`,
  dayMoved: (text: string, words: string): string =>
    `${text.replace(/。$/u, '')}（截止时间已改：${words.replace(/[。；;]$/u, '')}）。`,
  amount: '经费的规定已有改动，以通知原文为准',
  places: '名额的规定已有改动，以通知原文为准',
  window: '申报时间和报送方式',
  support: '经费和名额',
  restriction: '资金使用限制',
  commitments: '获评后的要求',
  preparation: '需要准备的事项',
  warning: (parts: string): string => `通知原文已有改动，以下各项待核实：${parts}。请以通知原文为准。`,
  reasons: {
    'notice-removed': '它所依据的通知已经移除',
    'applicant-gone': '通知中已经没有申报对象的规定',
    'window-unread': '通知中读不出申报截止的日期',
    unreadable: '通知的改动较大，核对规则对不上',
    withdrawn: '工作人员正在核对它的条件',
    'in-review': '新通知的申报条件正在核对',
  },
  suspended: (title: string, reason: string): string => `${title}的自查已经暂停：${reason}。`,
  interviewSuspended: (title: string, reason: string, count: number): string =>
    `${title}的自查暂停了：${reason}。您已作的${count}项回答都还保留，恢复以后发送 /status 接着答；要放弃这次自查，请发送 /cancel。`,
  interviewChanged: (title: string, parts: string): string =>
    `通知原文已有改动，${title}的这些项目待核实，不作判断：${parts}。您已作的回答都还保留。`,
  interviewRevised: (title: string): string =>
    `${title}所依据的通知有过改动，自查已按现在的原文更新。您已作的回答都还保留。`,
  again: '请按现在的问题回答：',
  operator: {
    changed: (title: string, id: string, parts: string): string => `${title}（${id}）部分条件待核实：${parts}`,
    suspended: (title: string, id: string, reason: string): string => `${title}（${id}）自查已暂停：${reason}`,
  },
} as const
