/** The page that shows a unit's card. */
export const unitLink = (unit: string): string => `/units?unit=${encodeURIComponent(unit)}`
