const asks = /[?？][\s。!！]*$|吗[。!！\s]*$|^(?:什么|怎么|怎样|为什么|为何|如何|哪|谁|请问)|是什么|是多少|有哪些/u

/** Whether a message of an interview looks like a question of the person's own. */
export const asksSomething = (text: string): boolean => asks.test(text)
