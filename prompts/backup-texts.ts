type Held = { table: string; rows: number }

/** What people read who back up or restore. */
export const backupTexts = {
  backupUsage: '用法：npm run backup -- FILE            把全部数据写进 FILE，写完重读核对；助手在运行也可以',
  restoreUsage: `用法：npm run restore -- FILE             把 FILE 恢复到空的数据库
      npm run restore -- FILE --replace   恢复并换掉数据库里现有的数据
      npm run restore -- FILE --check     只检查 FILE，不动数据库`,
  migrateUsage: '用法：npm run migrate            把数据库的表升到这个版本；设了 BACKUP_DIR 的先备份',
  written: (file: string, tables: number, rows: number, size: string) =>
    `已备份到 ${file}：${tables} 张表，${rows} 行，${size}，已重读核对`,
  sound: (file: string, madeAt: string, rows: number, version: string) =>
    `${file} 完好：${madeAt} 的备份，${rows} 行，数据版本 ${version}`,
  restored: (rows: number, madeAt: string) => `已恢复 ${rows} 行（${madeAt} 的备份），逐表核对无误`,
  upgradeBackup: (file: string) => `升级数据库之前已备份到 ${file}`,
  migrated: (count: number) => (count === 0 ? '数据库已经是这个版本' : `已升级数据库，执行了 ${count} 步`),
  faults: {
    noData: '数据库里还没有数据，没有可以备份的',
    notABackup: (file: string) => `${file} 不是知询的备份`,
    newerFormat: (format: number) => `备份的格式（${format}）比这个版本认识的新，请用更新的版本恢复`,
    newerVersion: (of: 'file' | 'database', steps: string) =>
      `${of === 'file' ? '备份' : '数据库'}来自更新的版本（这个版本没有 ${steps}），请用更新的版本`,
    cutOff: (after: string) => `备份不完整：在 ${after} 之后就断了或读不下去，没有写到末尾的清单`,
    unreadableLine: (line: number, table: string | undefined) =>
      `备份损坏：第 ${line} 行读不懂${table === undefined ? '' : `（在表 ${table} 里）`}`,
    differs: (of: 'file' | 'database', table: string, rows: number, expected: number) =>
      `${of === 'file' ? '备份损坏' : '恢复后核对不符'}：表 ${table} 有 ${rows} 行，清单上是 ${expected} 行` +
      (rows === expected ? '，内容不一样' : ''),
    unknownTable: (table: string) => `备份里有这个版本没有的表 ${table}`,
    unknownColumns: (table: string, columns: string) => `备份的表 ${table} 里有不认识的列 ${columns}`,
    refusedRows: (table: string, reason: string) => `数据库不收表 ${table} 的数据：${reason}`,
    notEmpty: (held: Held[]) =>
      `数据库里已有数据：${held.map(({ table, rows }) => `${table} ${rows} 行`).join('，')}。\n` +
      '要换掉它，先备份，再加上 --replace。什么也没有改。',
    inUse: (connections: number) => `还有 ${connections} 个连接在用这个数据库，请先停掉所有助手进程。什么也没有改。`,
    noRoom: (directory: string, needed: string, free: string) =>
      `${directory} 所在的磁盘只剩 ${free}，放不下数据库的副本（${needed}）。助手照常运行。`,
  },
} as const
