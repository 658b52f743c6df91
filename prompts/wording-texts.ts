/** What the page says on which staff read the sentences that clauses are told in. */
export const wordingTexts = {
  title: '核对说法',
  lead: '左边是通知原文，右边是作答时可以换成的说法。认可以后才会这样说；没有认可的，照原文回答。',
  none: '这份通知没有可以换说法的条款，都照原文回答。',
  count: (all: number, open: number): string => `共${all}句，${open === 0 ? '都已认可' : `还有${open}句没有核对`}。`,
  approve: '认可',
  withdraw: '撤回',
  approveAll: (count: number): string => `全部认可（${count}句）`,
  approved: '已认可',
  waits: '未核对',
  link: '核对说法',
} as const
