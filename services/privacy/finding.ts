/** What identifies a person, by the name of its kind that stands in its place. */
export const labels = {
  mail: '[邮箱]',
  identity: '[证件号]',
  card: '[银行卡号]',
  mobile: '[手机号]',
  phone: '[电话]',
  wechat: '[微信号]',
  qq: '[QQ号]',
  account: '[账号]',
  birthday: '[出生日期]',
  device: '[设备号]',
  plate: '[车牌号]',
  passport: '[护照号]',
  address: '[住址]',
  name: '[姓名]',
} as const

export type Kind = keyof typeof labels

/** A stretch of a text, `end` exclusive; `key` is the same however it is written. */
export type Finding = { kind: Kind; start: number; end: number; key: string }
