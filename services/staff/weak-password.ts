/**
 * What people choose everywhere, in lower case and without the digits and signs they add at the end: the words that head
 * the published lists of leaked passwords, those of China, and those that stand near at hand here.
 */
const commonWords = new Set(
  `password passwort passw admin administrator administrators root system manager user guest test tester testtest login
  welcome hello helloworld letmein iloveyou loveyou sunshine princess football baseball basketball superman batman
  dragon monkey master shadow michael jennifer michelle charlie trustno changeme default secret internet computer
  whatever starwars pokemon freedom jordan hunter killer flower samsung google facebook apple microsoft windows
  woaini woaiwojia woaiziji wodemima mima nihao zhongguo china beijing shanghai guangdong zhimakaimen aini baobao
  baobei laopo laogong taobao alibaba tencent weixin wechat huawei xiaomi baidu qqqq abcd abc abcabc asdf asd qwe
  qwerty qwer zxcv zxc qaz qazwsx asdasd qweasd qweasdzxc asdfgh asdfghjkl zxcvbnm qwertyuiop poiuytrewq lkjhgfdsa
  zhixun zhishichanquan zhuanli bangong office`.split(/\s+/),
)

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '0p']
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const forwards = [...rows, ...columns, alphabet]
const sequences = [...forwards, ...forwards.map((row) => [...row].reverse().join(''))]

/** Signs that stand for letters. */
const letters: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', $: 's', '5': 's', '3': 'e' }

const follows = (one: string, next: string): boolean =>
  one === next || sequences.some((row) => row.includes(one + next))

/** In how many stretches a text falls apart that repeat a character, count up or down, or follow the keyboard. */
function stretchesOf(text: string): number {
  const characters = [...text]
  return characters.filter((character, at) => at === 0 || !follows(characters[at - 1]!, character)).length
}

/** The shortest part that a text repeats: `abc` of `abcabcabc`, the whole where it repeats none. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, at)
}

const isDay = (text: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text)

/** What is left where the ends are stripped that people add to a word. */
const wordIn = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

const isCommon = (text: string): boolean => {
  const spelt = text.replace(/[^\p{L}]+$/u, '').replace(/[@$!01345]/g, (sign) => letters[sign]!)
  return [wordIn(text), wordIn(spelt)].some((word) => commonWords.has(word) && text.length - word.length <= 6)
}

/** Few enough that whoever guesses tries them first. */
const fewestStretches = 3
const shortestRest = 6

/**
 * Whether a password is among those that are tried first: a common one, little more than the name of its account, a day, or a
 * simple pattern. It asks for no kinds of characters, as NIST SP 800-63B advises.
 */
export function isWeakPassword(password: string, account: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const name = account.normalize('NFKC').toLowerCase()
  if (name.length > 1 && text.includes(name) && [...text.replaceAll(name, '')].length < shortestRest) return true
  const unit = unitOf(text)
  return [text, unit].some((one) => isCommon(one) || isDay(one)) || stretchesOf(unit) < fewestStretches
}
