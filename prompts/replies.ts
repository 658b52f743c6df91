/** The fixed texts of answers, in Chinese, and in English where the question is. */
export const replies = {
  premiseDiffers: '与通知的规定不一致。通知原文是：',
  notAllowed: '不可以。通知原文是：',
  olderSays: (year: number, text: string): string => `${year}年的旧通知规定不同：${text}`,
  notFound: '已收录的通知中没有找到这个问题的规定，无法答复。',
  notFoundEnglish: 'The indexed notices do not say this (not found), so no answer can be given.',
  notFoundYear: (year: number): string => `已收录的通知中没有${year}年的相关规定，无法答复。`,
  notFoundYearEnglish: (year: number): string => `The indexed notices say nothing for ${year} (not found).`,
  notStated: (title: string, aspect: string): string => `《${title}》的原文没有写明${aspect}，无法答复。`,
  aspects: {
    contact: '联系方式',
    deadline: '截止时间',
    money: '经费',
    places: '数量',
    applicant: '申报对象',
    conditions: '申报条件',
    procedure: '申报程序',
    materials: '申报材料',
    matching: '配套资金',
    liability: '失信责任',
    responsible: '责任单位',
    restriction: '资金使用限制',
    preference: '优先条件',
    targets: '目标',
  } as Partial<Record<string, string>>,
  nearby: '相近的内容可以这样问：',
  closed: (day: string): string => `该次申报已于${day}截止，现在不能再申报。`,
  closedReview: (day: string): string => `报送期限已于${day}截止，现已超过期限。`,
  open: (day: string, left: number): string =>
    left === 0 ? `今天（${day}）是最后一天，请尽快报送。` : `距截止日${day}还有${left}天，建议提前报送。`,
  closedEnglish: (day: string): string => `The deadline was ${day}; it has passed and the window is closed.`,
  openEnglish: (day: string): string => `The deadline is ${day}; the window is still open.`,
  greeting:
    '您好，我是知询，依据上海市知识产权局等单位公开的通知解答运营中心申报、专项行动方案和项目验收检查方面的问题。请直接提问，例如“2025年运营中心要多少件有效发明专利？”。',
  greetingEnglish:
    'Hello. I answer questions from the published notices on Shanghai IP operation centers. Just ask, for example: “How many valid invention patents are required in 2025?”',
  thanks: '不客气。如还有问题，请随时提问。',
  thanksEnglish: 'You are welcome. Ask again whenever you like.',
  bye: '再见，祝工作顺利。',
  notInLists: (name: string): string =>
    `“${name}”不在2024年验收检查通知的两份名单中：附件2（总结验收）和附件3（中期检查）均未列入。`,
} as const
