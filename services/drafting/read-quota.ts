import { type Need, claim } from './need.ts'

const limited =
  /^(?<who>[^，；]{2,16}?)(?:限报|限申报|限推荐|最多可?申报|(?:申报|推荐)(?<what>\p{Script=Han}{0,12}?)不超过)(?<count>\d{1,2})(?<unit>[项个家名件])$/u
const everybody = /^(?:同一|每|各|单|所有|本|其中|申报|申请)|申报$/u

/** 省属高校限报3个: how many some may hand in. Undefined where it holds for everybody. */
export function readQuota(text: string): Need | undefined {
  const { who, what = '', count, unit } = limited.exec(text.replace(/[。；]$/u, ''))?.groups ?? {}
  if (who === undefined || everybody.test(who)) return undefined
  return {
    when: claim(`为${who}`),
    then: { kind: 'figure', metric: `申报${what}数量`, unit: unit!, type: 'int', limits: { atMost: Number(count) } },
  }
}
