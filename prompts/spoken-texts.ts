/** What the notice desk of the console says about how people speak of a notice. */
export const spokenTexts = {
  title: '大家怎么说',
  lead: '这里写的只帮助找到这份通知，不会成为答复。发布以后生效，更正本接着用。',
  parts: {
    names: { title: '简称', none: '还没有。' },
    equivalents: { title: '说法', none: '还没有。' },
    questions: { title: '问法', none: '还没有。' },
  },
  namesNote: '大家怎么叫它，如“创新券”。',
  equivalentsNote: '大家的说法，和通知里与它意思相同的词。',
  questionsNote: '大家会怎么问、由哪一条回答。看发布会改变什么的时候会问一遍；以后用 npm run train -- --own 学习。',
  proposals: '模型提议的',
  proposalsNote: '由语言模型写的，只有能改草稿的人看得到；采用以前不起任何作用，不用的就删掉。',
  ask: '请模型提议',
  askAgain: '请模型重新提议',
  asking: '会把这份草稿的标题和条款（去掉电话、邮箱）发给所接的模型。',
  noModel: '没有接入语言模型，或者已经关闭。',
  failed: '模型没有给出可以用的提议，请过一会再试。',
  nothing: '没有提议。',
  noProposal: '没有这条提议，可能已经采用或删除。',
  unheld: (words: string): string => `通知里没有“${words}”。`,
} as const
