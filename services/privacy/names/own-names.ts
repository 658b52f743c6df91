import surnames from '../../../knowledge/lexicon/surnames.json' with { type: 'json' }

const family = `(?:${surnames.toSorted((one, other) => other.length - one.length).join('|')})`

/** Names by how people introduce themselves sign by sign, and those that have a dot in them. */
export const ownNames = [
  // 我姓夏，夏国强.
  /(?<=姓(\p{Script=Han}{1,2})[,，。 ]?(?:我?叫|全名)?)\1\p{Script=Han}{1,2}(?!\p{Script=Han})/gu,
  // 我姓欧阳，名若谷; 阿依古丽·买买提.
  /(?<=姓\p{Script=Han}{1,2}[,，]? ?名)\p{Script=Han}{1,2}(?!\p{Script=Han})/gu,
  /(?<=[叫是:]|姓名)\p{Script=Han}{2,7}[·•]\p{Script=Han}{2,9}(?!\p{Script=Han})/gu,
  // 敝姓沈，单名一个昀字.
  /(?<=单名(?:一个|叫?做?|是)?)\p{Script=Han}(?=字?(?!\p{Script=Han}))/gu,
  new RegExp(
    String.raw`(?<=(?:敝姓|免贵姓|本姓|我姓|姓|姓氏是?))${family}(?!名)(?=[,，。. ]{0,2}(?:单名|名|全名|叫|木子|双木|弓长|立早|耳东|口天|古月|言午|草头|三点|$|[,，。]))`,
    'gu',
  ),
  // A translated name: 史密斯·约翰.
  /(?<=^|[^\p{Script=Han}]|[找问叫是给和与由])\p{Script=Han}{2,6}[·•‧]\p{Script=Han}{2,6}?(?=$|[^\p{Script=Han}]|[是的和与可在说为能负担想要来去从]|先生|女士|教授|博士|老师)/gu,
]
