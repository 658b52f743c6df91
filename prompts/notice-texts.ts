/** What `npm run notices` says and asks. */
export const noticeTexts = {
  usage: (types: string) => `用法：npm run notices -- list              列出全部通知
      npm run notices -- add FILE…         添加通知（${types}），先说会改变什么再问；--yes 不问
        读不出的可以写明：--title 标题 --number 文号 --issuer 发文机关 --issued 2026-03-20
                          --year 2026 --from 施行日 --until 失效日
      npm run notices -- remove ID         移除一份通知`,
  read: '读出',
  askRelation: '  请输入 1 到 4（回车不添加）：',
  publish: '  现在使用？（y/N）：',
  notAdded: '  没有添加',
  unfit: (option: string, value: string) =>
    `${option} 不能是“${value}”${/issued|from|until/u.test(option) ? '，日期写成 2026-03-20' : ''}`,
  ask: (label: string, isRequired: boolean) => `  没有读出${label}，请输入${isRequired ? '' : '（回车跳过）'}：`,
  unread: (labels: string[], options: string[]) =>
    `  没有读出${labels.join('、')}，可加 ${options.join(' ')} 再添加一次`,
  effect: (from: string | undefined, until: string | undefined) =>
    [from && `${from}起施行`, until && `有效至${until}`].filter(Boolean).join('，'),
}
