/** The commands that a message may be, for those who program against the chat. */
export const chatCommands =
  '消息可以是命令：/start 各项目是否开放；/help 说明；/check [项目] 自查，其间 /back /skip /status /edit /confirm /cancel；/unit [单位] 查名单；' +
  '/topic 换话题，/topic ID（项目或通知）限定，/topic none 不限定；/code、/resume 续答码；/ask 请同事回答；/count 文字；' +
  '/remind 约提醒（deadline 截止前、changes 自查有变化、answer 提问有答复），/news 看新消息，/stop 停止提醒；/delete 删除记录。'

/** The fixed texts of commands, in Chinese, and in English where the person writes English. */
export const commandReplies = {
  start: {
    zh: '我是知询，依据已收录的通知回答申报和验收的问题，每个回答都附原文。',
    en: 'I am Zhixun. I answer questions from the published notices, each answer with the clause it rests on.',
  },
  noneOpen: { zh: '目前没有正在受理的申报：', en: 'No call is open at present:' },
  someOpen: { zh: '各项目的申报：', en: 'The calls:' },
  window: {
    zh: {
      open: (label: string, day: string, left: number) => `· ${label}：正在受理，${day}截止，还有${left}天`,
      'not-yet-open': (label: string, day: string) => `· ${label}：还没开始，${day}截止`,
      closed: (label: string, day: string) => `· ${label}：${day}已截止`,
    },
    en: {
      open: (label: string, day: string, left: number) => `· ${label}: open until ${day}, ${left} days left`,
      'not-yet-open': (label: string, day: string) => `· ${label}: not yet open, closes on ${day}`,
      closed: (label: string, day: string) => `· ${label}: closed on ${day}`,
    },
  },
  begin: {
    zh: '可以先自查（约2分钟）或者查单位，也可以直接提问。发送 /help 看全部命令。',
    en: 'Check yourself (about two minutes), look up a unit, or just ask. Send /help for all commands.',
  },
  help: [
    '我是知询。直接打字提问即可，每个回答都附通知原文。命令：',
    '',
    '/check 对照申报条件自查',
    '/unit 单位名称 查单位在名单里的哪一行、要交什么',
    '/topic 换一个项目或通知来谈',
    '/code 取得续答码，换个设备接着自查（/resume 续答码）',
    '/ask 请同事各答各的题，合成一份自查',
    '/count 文字 检查申报书栏目的字数',
    '/remind 截止前、自查有变化时提醒我；/stop 停止提醒',
    '/delete 删除我的记录',
    '/start 看各项目是否开放',
    '/help 再看一遍这段说明',
    '',
    '自查中：/back 上一题，/skip 跳过，/status 进度，/edit 修改，/cancel 退出',
    '',
    '回答由系统依据公开通知自动生成，仅供参考，不作为正式答复。请不要输入身份证号等个人信息。',
  ].join('\n'),
  helpEnglish: [
    'I am Zhixun. Just ask; every answer comes with the clause it rests on. Commands:',
    '',
    '/check  check yourself against the conditions of a programme',
    '/unit NAME  see where a unit is listed and what it has to hand in',
    '/topic  talk of another programme or notice',
    '/code  go on with a check on another device (/resume CODE)',
    '/ask  have colleagues answer their part of a check',
    '/count TEXT  see whether a text fits its field of the application form',
    '/remind  be reminded of a last day, or told when a check changes; /stop ends it',
    '/delete  delete everything kept of this conversation',
    '/start  see which calls are open',
    '/help  show this again',
    '',
    'During a check: /back, /skip, /status, /edit to change an answer, /cancel to leave',
    '',
    'Answers are made by a machine from public notices; they are no ruling. Please send no identity numbers or other personal data.',
  ].join('\n'),
  selfCheck: { zh: '对照条件自查', en: 'Check the conditions' },
  firstCheck: { zh: '申报自查（约2分钟）', en: 'Check the conditions (2 minutes)' },
  lookUp: { zh: '查我们单位', en: 'Look up a unit' },
  unit: {
    zh: (examples: readonly string[]): string =>
      examples.length === 0
        ? '已收录的通知里没有单位名单。'
        : `请发送单位的全称或常用简称，例如${examples.map((name) => `“${name}”`).join('、')}。`,
    en: (examples: readonly string[]): string =>
      examples.length === 0
        ? 'The notices hold no list of units.'
        : `Send the name of the unit in Chinese, for example ${examples.map((name) => `“${name}”`).join(' or ')}.`,
  },
  topic: {
    now: {
      zh: (label: string): string => `正在谈：${label}。要换成哪一个？`,
      en: (label: string): string => `We are talking about: ${label}. What would you like instead?`,
    },
    nothing: { zh: '现在没有限定话题。要谈哪一个？', en: 'No topic is set. What would you like to talk about?' },
    set: {
      zh: (label: string): string => `好，接下来谈${label}。`,
      en: (label: string): string => `All right: from here on the ${label}.`,
    },
    several: { zh: '是其中哪一项？', en: 'Which of these?' },
    same: {
      zh: (title: string): string => `正在自查的就是${title}，接着答这一题。`,
      en: (title: string): string => `The self-check is on ${title} already. Here is the open question.`,
    },
    aside: {
      zh: (title: string, restore: string): string => `${title}的自查先放下，24小时内说“${restore}”就接着答。`,
      en: (title: string, restore: string): string =>
        `The self-check on ${title} is set aside; say “${restore}” within 24 hours to go on with it.`,
    },
    back: { zh: '接着刚才的自查', en: 'Go on with the self-check' },
    dropped: { zh: '好，不再限定话题，请直接提问。', en: 'All right, no topic is set any more. Just ask.' },
    unknown: {
      zh: (id: string): string => `没有叫“${id}”的项目或通知。请选一个：`,
      en: (id: string): string => `There is no programme or notice “${id}”. Please choose one:`,
    },
    pinned: {
      zh: (label: string): string =>
        `正在自查${label}，自查期间话题不变。要谈别的，请说“换成某项目”，或发送 /cancel 退出自查。`,
      en: (label: string): string =>
        `The self-check on ${label} is under way and keeps the topic. To talk about something else say “switch to …”, or send /cancel.`,
    },
    any: { zh: '不限定', en: 'No topic' },
    change: { zh: '换个话题', en: 'Change the topic' },
  },
  deleted: '本次对话的记录已全部删除，包括提问、答复、评价和日志。',
  deletedEnglish: 'Everything kept of this conversation is deleted: questions, answers, ratings and log.',
  chooseProgramme: { zh: '请选择要自查的项目：', en: 'Which programme do you want to be checked for?' },
  unknownProgramme: {
    zh: '没有这个项目。请选择要自查的项目：',
    en: 'There is no such programme. Which one do you want to be checked for?',
  },
  noProgrammes: { zh: '目前没有可以自查的项目。', en: 'No programme can be checked at present.' },
  noInterview: {
    zh: '现在没有进行中的自查。要开始自查，请发送 /check。',
    en: 'No self-check is under way. Send /check to begin one.',
  },
  unknownCommand: {
    zh: (command: string): string =>
      `没有 ${command} 这个命令。可用的命令：/help 说明，/check 自查，/topic 换话题，/stop 停止提醒，/delete 删除我的记录。提问不需要命令，直接输入即可。`,
    en: (command: string): string =>
      `There is no command ${command}. Commands: /help, /check to check yourself, /topic to change the topic, /delete to delete what is kept. To ask something just type it.`,
  },
  limit: {
    zh: (programme: string, field: string): string => `· ${programme}，${field}`,
    en: (programme: string, field: string): string => `· ${programme}: ${field}`,
  },
} as const
