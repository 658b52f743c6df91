/** Fixed texts in any language: the same names, the words left open. */
export type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (...args: infer A) => string
      ? (...args: A) => string
      : T extends readonly string[]
        ? readonly string[]
        : { readonly [K in keyof T]: Widened<T[K]> }
