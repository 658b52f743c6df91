type Value = string | number | boolean | undefined | ((event: Event) => void)
type Child = Node | string | undefined | false

const svg = 'http://www.w3.org/2000/svg'

/**
 * Makes an element. Texts become text nodes and never markup; a function under `onclick` … listens;
 * `true` sets an empty attribute, `false` and `undefined` none.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child) element.append(child)
  return element
}

/** An icon of the page's own sprite, hidden from screen readers: the words beside it say what it means. */
export function icon(name: string): SVGElement {
  const image = document.createElementNS(svg, 'svg')
  image.setAttribute('class', 'icon')
  image.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(svg, 'use')
  use.setAttribute('href', `#icon-${name}`)
  image.append(use)
  return image
}

/** The element the page cannot do without; its absence is a mistake in the HTML. */
export function need<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

/** Shows short words for a moment to everybody, screen readers included. */
export function toast(words: string): void {
  const place = need('#toast')
  place.textContent = words
  place.classList.add('is-shown')
  setTimeout(() => place.textContent === words && place.classList.remove('is-shown'), 2600)
}
