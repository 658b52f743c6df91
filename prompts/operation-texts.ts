/** What people read who run the assistant. */
export const operationTexts = {
  directoryInUse: (directory: string) =>
    `数据目录 ${directory} 正由另一个进程使用，可能在另一个容器里；两个进程同时打开会丢失数据。\n` +
    '要启动：先停掉那一个，或者另设 DATA_DIR，或者用 DATABASE_URL 连接 PostgreSQL。\n' +
    '要执行命令：请在助手所在的容器里、以同一个用户执行。',
  embedderUnlearned: (model: string) =>
    `向量模型 ${model} 还没有学过，或者学过没有用处，检索不用它；学：npm run train -- --nearness`,
  metricsAt: (port: number) => `指标在端口 ${port} 的 /metrics`,
  directoryOpen: (directory: string, mode: string) =>
    `数据目录 ${directory} 属于另一个用户，权限 ${mode} 改不了：别的用户也能在里面增删文件。数据库本身仍只有本用户可读。`,
  factorsPlain: (count: number) => `${count} 个账号的两步验证密钥在数据库里没有加密；要加密，请设 SECOND_FACTOR_KEY。`,
  factorsUnreadable: (names: readonly string[]) =>
    `这些账号的两步验证密钥打不开，登录不了：${names.join('、')}。SECOND_FACTOR_KEY 换过的，把原来的设成 FORMER_SECOND_FACTOR_KEY；` +
    '找不回的，用 npm run staff -- second-factor NAME --off。',
  workFails: (task: string) => `后台的工作“${task}”上一次没有做成，日志里有原因；它会再试。`,
  questionsWait: (count: number) => `有 ${count} 条提问一分钟后还没有记入审核后台。`,
  noticesBehind: '通知或自查项目已经换了，这个进程还没有采用。',
  vectorsMissing: (count: number) => `还有 ${count} 条条款没有向量，检索暂时不用它们的。`,
  budgetSpent: '今天给模型的词元用完了，到明天不再问它；答复照常。',
  modelLeft: '模型接连失败，暂时不问它；答复照常。',
}
