/** What a reply can ask of the page: to send words (shown as `label` where they are a command), to keep its marks. */
export type Desk = { send(text: string, label?: string): void; keep(): void }
