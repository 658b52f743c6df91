/** Does what a form or a button is for, once at a time; what goes wrong is told beside it. */
export async function doBeside(place: ParentNode, work: () => Promise<unknown>): Promise<void> {
  const fault = place.querySelector<HTMLElement>('[role=alert]')
  const buttons = place.querySelectorAll<HTMLButtonElement>('button')
  buttons.forEach((button) => (button.disabled = true))
  if (fault) fault.hidden = true
  try {
    await work()
  } catch (error) {
    if (!fault) return
    fault.hidden = false
    fault.textContent = (error as Error).message
  } finally {
    buttons.forEach((button) => (button.disabled = false))
  }
}

/** What the fields of a form hold, as texts; files are left out. */
export const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
