/** What people read who run the assistant. */
export const operationTexts = {
  directoryInUse: (directory: string) =>
    `数据目录 ${directory} 正由另一个进程使用，可能在另一个容器里；两个进程同时打开会丢失数据。\n` +
    '要启动：先停掉那一个，或者另设 DATA_DIR，或者用 DATABASE_URL 连接 PostgreSQL。\n' +
    '要执行命令：请在助手所在的容器里、以同一个用户执行。',
  metricsAt: (port: number) => `指标在端口 ${port} 的 /metrics`,
  directoryOpen: (directory: string, mode: string) =>
    `数据目录 ${directory} 属于另一个用户，权限 ${mode} 改不了：别的用户也能在里面增删文件。数据库本身仍只有本用户可读。`,
}
