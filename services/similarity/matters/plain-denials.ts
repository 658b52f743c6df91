/** 没有贯标证书，能不能申报 asks whether the certificate is a must. */
const lacking =
  /(?<![有能可])(?:没有|没|未|不具备|缺少?)(?:到|去|取得|拿到|做|办|经过)?(\p{Script=Han}{2,10}?)(?:的(\p{Script=Han}{0,8}?))?[,，]?(?:还|也|就)?(?:能不能|可不可以|能否|可否|可以|能|算不算|算|行不行|行)(?:申报|报名|报|申请|参加|参评|作数|数|有效)?(?:吗|么|不)?(?=[?？!！.。\s]*$)/u
/** 不是三甲，只是二级 says 二级. */
const corrected = /不是(?!不)[^,，。？?吗]{1,8}[,，](?:只|就|而|才)?是(?!不是)/gu

/** A question with denials that deny nothing asked put as plain statements. */
export const plainDenials = (text: string): string =>
  text
    .replace(corrected, '是')
    .replace(lacking, (_, what: string, whose: string | undefined) => `${whose ? `${whose}，` : ''}必须${what}吗`)
