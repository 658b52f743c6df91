/** What `npm run programmes` says. */
export const programmeCommandTexts = {
  usage: `用法：npm run programmes -- list               列出自查项目
      npm run programmes -- draft NOTICE       按一份通知起草，打印出来；标有 review 的要人来定
      npm run programmes -- check FILE.json    检查一个文件，逐处说明要改什么
      npm run programmes -- publish FILE.json  检查并发布，几秒内采用；有一处不对就不发布`,
  states: {
    shipped: '内置',
    draft: '草稿',
    published: '已发布',
    changed: '已发布，另有改动',
    carried: '通知已改，待核对',
    withdrawn: '已停用',
  },
  noSuchNotice: (notice: string): string => `没有收录通知 ${notice}`,
  nothingToDraft: (notice: string): string => `通知 ${notice} 里没有读到可以申报的项目`,
  nothingWrong: '没有问题，可以发布。',
  published: (id: string): string => `已发布 ${id}`,
  changedMeanwhile: '刚才有人改过这个项目，请再试一次。',
  shippedAlone: (reason: string): string => `读不到在用的项目，按内置的核对（${reason}）`,
  whole: '文件',
} as const
