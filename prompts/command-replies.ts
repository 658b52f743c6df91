/** The fixed texts of commands, in Chinese, and in English where the command was given in English words. */
export const commandReplies = {
  help: [
    '我是知询，依据已收录的通知解答申报条件、截止时间、支持经费、申报材料和验收检查方面的问题，每个回答都附通知原文。直接提问即可。',
    '',
    '/check 对照申报条件自查',
    '/delete 删除我的记录',
    '/help 再看一遍这段说明',
    '',
    '回答由系统依据公开通知自动生成，仅供参考，不作为正式答复。请不要输入身份证号等个人信息。',
  ].join('\n'),
  helpEnglish: [
    'I answer questions from the published notices: conditions, deadlines, funding, papers to hand in. Just ask.',
    '',
    '/check  check yourself against the conditions of a programme',
    '/delete  delete everything kept of this conversation',
    '/help  show this again',
    '',
    'Answers are made by a machine from public notices; they are no ruling. Please send no personal data.',
  ].join('\n'),
  suggestions: ['2025年运营中心要多少件有效发明专利？', '现在还能申报吗？', '瑞金医院要交什么？'],
  suggestionsEnglish: ['How many valid invention patents are required in 2025?', 'Is the 2025 call still open?'],
  selfCheck: '对照条件自查',
  selfCheckEnglish: 'Check the conditions',
  deleted: '本次对话的记录已全部删除，包括提问、答复、评价和日志。',
  deletedEnglish: 'Everything kept of this conversation is deleted: questions, answers, ratings and log.',
  chooseProgramme: '请选择要自查的项目：',
  unknownProgramme: '没有这个项目。请选择要自查的项目：',
  noProgrammes: '目前没有可以自查的项目。',
  closes: (day: string): string => `${day}截止`,
  noInterview: '现在没有进行中的自查。要开始自查，请发送 /check。',
  unknownCommand: (command: string): string =>
    `没有 ${command} 这个命令。可用的命令：/help 说明，/check 自查，/delete 删除我的记录。提问不需要命令，直接输入即可。`,
} as const
