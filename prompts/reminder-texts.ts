/** What is said of reminders: what people asked to hear of, and what they hear. */
export const reminderTexts = {
  /** Quick replies, which are understood as words too. */
  deadline: { zh: '截止前提醒我', en: 'Remind me before the deadline' },
  changes: { zh: '有变化时告诉我', en: 'Tell me when it changes' },
  answer: { zh: '有答复时告诉我', en: 'Tell me when there is an answer' },
  stop: { zh: '停止提醒', en: 'Stop reminders' },
  news: { zh: '看新消息', en: 'Show what is new' },
  agreedDeadline: {
    zh: (title: string, days: readonly string[], closes: string): string =>
      `好，${days.join('、')}${days.length > 1 ? '各' : ''}提醒一次：${title}${closes}截止。`,
    en: (title: string, days: readonly string[], closes: string): string =>
      `All right: a reminder on ${days.join(', ')}. The ${title} closes on ${closes}.`,
  },
  agreedChanges: {
    zh: (title: string): string => `好，${title}的通知、条件或者截止日有改动，让这份自查的结论不一样了，就告诉您。`,
    en: (title: string): string =>
      `All right: you will hear when a change of the notice, the conditions or the last day changes this check on the ${title}.`,
  },
  agreedAnswer: {
    zh: '好，这个问题有了人工答复就告诉您。',
    en: 'All right: you will hear when somebody has answered this question.',
  },
  /** Where they will hear of it. */
  where: {
    zh: {
      web: '您下次打开这个页面时会看到。',
      terminal: '您下次来时会看到。',
      telegram: '会发到这里。',
      wecom: '会发到这里。',
      wechat: '能发到这里就发；微信不让主动发的时候，您下次发消息时告诉您。',
    },
    en: {
      web: 'You will see it here when you next open this page.',
      terminal: 'You will see it when you are next here.',
      telegram: 'It will be sent here.',
      wecom: 'It will be sent here.',
      wechat: 'It is sent here where WeChat allows it, or told with the answer to your next message.',
    },
  },
  howToStop: { zh: '不想再收到，回复“停止提醒”。', en: 'To hear no more, reply “stop reminders”.' },
  stopped: { zh: '好，不再提醒，约好的都取消了。', en: 'All right: no more reminders. All are cancelled.' },
  noNews: { zh: '没有新消息。', en: 'There is nothing new.' },
  what: { zh: '要提醒什么？', en: 'What would you like to be reminded of?' },
  whichDeadline: { zh: '提醒哪一个项目的截止日？', en: 'The last day of which programme?' },
  noneOpen: {
    zh: '现在没有等着截止的申报，没有可以提醒的。',
    en: 'No call is open or to come, so that there is nothing to be reminded of.',
  },
  closed: {
    zh: (title: string, day: string): string => `${title}已于${day}截止，没有可以提醒的。`,
    en: (title: string, day: string): string => `The ${title} closed on ${day}: there is nothing to be reminded of.`,
  },
  tooNear: {
    zh: (title: string, day: string, left: number): string =>
      `${title}${left === 0 ? '今天' : '明天'}（${day}）就截止，不再另外提醒，请尽快报送。`,
    en: (title: string, day: string, left: number): string =>
      `The ${title} closes ${left === 0 ? 'today' : 'tomorrow'} (${day}): no reminder comes before that.`,
  },
  noCheck: {
    zh: '还没有自查，先自查一次，以后有变化就能告诉您。',
    en: 'There is no check yet: make one first, and you can hear when it changes.',
  },
  noQuestion: {
    zh: '没有等着答复的问题。提问没有找到答案时，可以请我有答复时告诉您。',
    en: 'No question waits for an answer. Where nothing is found, you can ask to hear of an answer.',
  },
  due: {
    zh: (title: string, left: number, day: string): string =>
      left === 0 ? `今天截止：${title}，${day}是最后一天。` : `还有${left}天截止：${title}，${day}是最后一天。`,
    en: (title: string, left: number, day: string): string =>
      left === 0
        ? `Last day today: the ${title} closes on ${day}.`
        : `${left} ${left === 1 ? 'day' : 'days'} left: the ${title} closes on ${day}.`,
  },
  begun: {
    zh: (title: string, day: string): string => `开始申报了：${title}，${day}截止。`,
    en: (title: string, day: string): string => `Open now: the ${title}, until ${day}.`,
  },
  checkOf: {
    zh: (title: string): string => `您的自查：${title}`,
    en: (title: string): string => `Your check: ${title}`,
  },
  answered: {
    zh: (day: string, question: string): string => `您${day}问的“${question}”有答复了：`,
    en: (day: string, question: string): string => `Your question of ${day}, “${question}”, has an answer:`,
  },
  unwatched: {
    zh: '这份自查有变化也不再告诉您；恢复以后要听，再说一次“有变化时告诉我”。',
    en: 'You will not be told of its changes any more; after restoring it, say “tell me when it changes” again.',
  },
  unsure: { zh: '（这一条可能已经发过。）', en: '(You may have been sent this already.)' },
  check: { zh: '对照条件自查', en: 'Check the conditions' },
} as const
