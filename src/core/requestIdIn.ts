/** The number under which WeChat's family can find a call: `rid: …` or `hints: [ req_id: … ]` at the end of a message. */
export function requestIdIn(message: string): string | undefined {
  return /\br(?:eq_)?id:\s*([\w-]{4,80})/.exec(message.slice(0, 2000))?.[1];
}
