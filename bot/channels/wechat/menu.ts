import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import type { Api } from './api.ts'

/** There is no menu. */
const noMenu = 46003

type Item = { name: string; send: string }

/** The menu of an account as `/cgi-bin/menu/create` takes it; with an address there is a button for the notices. */
export function menuOf(publicUrl: string | undefined): object {
  const click = ({ name, send }: Item) => ({ type: 'click', name, key: send })
  const page = publicUrl === undefined ? [] : [{ type: 'view', name: texts.menuPage, url: `${publicUrl}/` }]
  return {
    button: texts.menu.map((item) =>
      'of' in item ? { name: item.name, sub_button: [...item.of.map(click), ...page] } : click(item),
    ),
  }
}

/** Gives the account a menu where it has none; one that somebody made stays. */
export async function setUpMenu(
  api: Api,
  publicUrl: string | undefined,
  { tell, complain }: { tell(line: string): void; complain(line: string): void },
): Promise<void> {
  const { code: found } = await api.call('/cgi-bin/menu/get')
  if (found === 0) return
  const { code } = found === noMenu ? await api.call('/cgi-bin/menu/create', menuOf(publicUrl)) : { code: found }
  if (code === 0) tell(texts.menuSet)
  else if (code === 'none') complain(texts.apiUnreachable(texts.settingMenu))
  else complain(texts.apiFailed(texts.settingMenu, code))
}
