/** The fixed texts of the Telegram channel that people read, in their language. */
const people = {
  zh: {
    onlyText: '目前只能读懂文字。请把要问的事情用文字发来。要数文件的字数，请先发 /count，再发文件。',
    failed: '抱歉，处理这条消息时发生错误，这次没有答复。请稍后再发一次。',
    stale: '这个按钮已经失效，请直接输入。',
    passed: '这一题已经答过，请看最新的一题。',
    pressed: '已经选过了。',
    notYours: '这是给别人的按钮。要问什么，请直接叫我。',
    thanks: '谢谢，已记下。',
    sorry: '谢谢告知，已记下。',
    why: '谢谢告知，已记下，会有人来看。哪里不对？点一下，或者回复这条消息写几句。',
    reasons: ['答非所问', '没有答全', '有错误', '看不懂'],
    reasonKept: (reason: string): string => `已记下：${reason}`,
    chosen: (label: string): string => `✓ ${label}`,
    progress: (done: number, total: number): string => `已答 ${done}/${total}`,
    evidence: '全部依据',
    original: '原文',
    whyAsked: '为什么问',
    noFile: '有一份文件没有做成，请稍后再试。',
    deleteAsk: '要删除这个聊天的全部记录吗？包括提问、答复、自查、提醒和评价，删除以后找不回来。',
    deleteYes: '全部删除',
    deleteNo: '不删',
    deleteKept: '好，没有删除。',
    inPrivate: '在私聊里自查',
    countMore: '把文字或文件（Word、PDF、文本）发来，可以分几条发。数好了点下面的按钮。',
    countDone: '数好了',
    countEnded: '好，不再数了。接着发的就是提问。',
    countOf: (pieces: number): string => `共${pieces}段，合在一起数：`,
    countFile: (name: string): string => `《${name}》：`,
    countTooLarge: '文件太大，最多 20 MB。',
    countUnread: (why: string): string => `这个文件读不了：${why}。`,
    countTooLong: '文字太多了，最多 20 万字。',
    inlineAsk: '在私聊里提问',
    inlineNone: '没有找到，去私聊里问',
  },
  en: {
    onlyText:
      'I can only read text. Please type what you would like to ask. To count the length of a file, send /count first, then the file.',
    failed: 'Sorry, something went wrong with this message and it has no answer. Please send it again later.',
    stale: 'This button no longer works. Please type instead.',
    passed: 'This question has been answered. Please see the latest one.',
    pressed: 'You have chosen already.',
    notYours: 'These buttons are for somebody else. To ask something, just call me.',
    thanks: 'Thank you, noted.',
    sorry: 'Thank you, noted.',
    why: 'Thank you, noted; somebody will look at it. What was wrong? Tap a reason, or reply to this message with a few words.',
    reasons: ['Off topic', 'Incomplete', 'Wrong', 'Hard to understand'],
    reasonKept: (reason: string): string => `Noted: ${reason}`,
    chosen: (label: string): string => `✓ ${label}`,
    progress: (done: number, total: number): string => `${done} of ${total} answered`,
    evidence: 'All clauses',
    original: 'Notice',
    whyAsked: 'Why?',
    noFile: 'One of the files could not be made. Please try again later.',
    deleteAsk:
      'Delete everything kept of this chat? That is your questions, answers, checks, reminders and ratings. It can’t be undone.',
    deleteYes: 'Delete everything',
    deleteNo: 'Keep it',
    deleteKept: 'All right, nothing was deleted.',
    inPrivate: 'Go on in private',
    countMore:
      'Send the text or a file (Word, PDF, plain text), in several messages if you like. Then tap the button below.',
    countDone: 'Done',
    countEnded: 'All right. What you send next is a question again.',
    countOf: (pieces: number): string => `${pieces} parts, counted as one:`,
    countFile: (name: string): string => `${name}:`,
    countTooLarge: 'The file is too large: 20 MB at most.',
    countUnread: (): string => 'This file can’t be read. Please send it as .docx, as a .pdf with text, or as .txt.',
    countTooLong: 'That is too much text: 200,000 characters at most.',
    inlineAsk: 'Ask in private',
    inlineNone: 'Nothing found, ask in private',
  },
} as const

export type TelegramWords = (typeof people)['zh' | 'en']

/** What people read, in their language. */
export const telegramTextsIn = (language: 'zh' | 'en'): TelegramWords => people[language]

/** What the bot says of itself before anybody has written: in an empty chat, and on its profile. */
export const telegramProfile = {
  zh: {
    description:
      '我是知询，依据知识产权局的公开通知回答申报和验收的问题，每个回答都附原文。直接打字提问，或者发送 /check 对照申报条件自查。答复由系统自动生成，仅供参考，不作为正式答复。请不要发送身份证号等个人信息。',
    short: '问申报条件、经费、期限、材料，查名单，对照条件自查。每个回答都附原文。',
  },
  en: {
    description:
      'I am Zhixun. I answer questions about calls and reviews from the published notices, each answer with the clause it rests on. Just type, or send /check to check yourself against the conditions. Answers are made by a machine and are no ruling. Please send no identity numbers or other personal data.',
    short: 'Conditions, funding, deadlines and papers of calls, each answer with its clause.',
  },
} as const

/** The fixed texts of the Telegram channel for those who run it, and its commands. */
export const telegramTexts = {
  menu: '网页问答',
  commands: [
    { command: 'start', chinese: '开始，看能问什么', english: 'Start: what can be asked' },
    { command: 'check', chinese: '对照申报条件自查', english: 'Check yourself against the conditions' },
    { command: 'unit', chinese: '查单位在名单里的哪一行', english: 'Look up a unit in the lists' },
    { command: 'topic', chinese: '换一个项目或通知来谈', english: 'Talk about another programme or notice' },
    { command: 'status', chinese: '自查进度', english: 'How far the check has come' },
    { command: 'back', chinese: '返回上一题', english: 'Back to the previous question' },
    { command: 'skip', chinese: '不清楚，跳过这一题', english: 'Skip a question' },
    { command: 'confirm', chinese: '核对无误，看结果', english: 'Confirm the answers and see the result' },
    { command: 'edit', chinese: '修改回答', english: 'Change an answer' },
    { command: 'cancel', chinese: '退出自查', english: 'Leave the check' },
    { command: 'code', chinese: '换一台设备接着自查', english: 'Go on with the check elsewhere' },
    { command: 'resume', chinese: '凭续答码接着自查', english: 'Go on with a check by its code' },
    { command: 'count', chinese: '检查申报书的字数', english: 'Count the length of a text for the form' },
    { command: 'remind', chinese: '截止前、有变化时提醒我', english: 'Remind me of deadlines and changes' },
    { command: 'stop', chinese: '停止提醒', english: 'Stop reminders' },
    { command: 'delete', chinese: '删除我的记录', english: 'Delete everything kept of this chat' },
    { command: 'help', chinese: '使用说明', english: 'Help' },
  ],
  up: (name: string, isWebhook: boolean): string => `Telegram @${name}（${isWebhook ? 'webhook' : '长轮询'}）`,
  refused: 'Telegram 不认 TELEGRAM_BOT_TOKEN 这个令牌，Telegram 渠道已停用；网页不受影响。',
  unreachable: '暂时连不上 Telegram，后台继续尝试；网页不受影响。',
  conflict: '另有程序在用同一个令牌接收 Telegram 消息（409），请只留一个；后台继续尝试。',
} as const
